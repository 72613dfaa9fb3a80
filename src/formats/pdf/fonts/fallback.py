"""Cuts the fallback faces out of Source Sans 3: the Greek, Cyrillic and symbols that Atkinson Hyperlegible Next lacks.

Starts from the npm package `@expo-google-fonts/source-sans-3`, version 0.4.1 (fonts under the SIL Open Font License
1.1, see OFL-fallback.txt), unpacked into a folder that is given, and needs the Python package `fonttools`:

    npm pack @expo-google-fonts/source-sans-3@0.4.1
    tar -xzf expo-google-fonts-source-sans-3-0.4.1.tgz
    python3 fallback.py package

Writes CoprodFallbackSans_*.ttf beside this file, the same bytes each time. The faces have a name of their own,
because the licence reserves the name "Source" for the unchanged font.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
# The face whose gaps are filled; its other weights cover the same characters.
MAIN = "AtkinsonHyperlegibleNext_400Regular.ttf"
# The weight's name in file names, and its name in the font.
WEIGHTS = (("400Regular", "Regular"), ("700Bold", "Bold"))

# What names of people and places, notes and quotations may contain; first and last character of each range.
WANTED = (
    (0x00A0, 0x0192),  # Latin with accents
    (0x01CD, 0x01DC),
    (0x01E6, 0x01F5),
    (0x01F8, 0x021F),
    (0x0300, 0x036F),  # combining accents
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic
    (0x1E00, 0x1EFF),  # more Latin with accents, Vietnamese
    (0x2010, 0x2015),  # dashes
    (0x2017, 0x205E),  # punctuation
    (0x2070, 0x209F),  # raised and lowered figures
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x214F),  # letterlike signs
    (0x2150, 0x218F),  # fractions and Roman numerals
    (0x2190, 0x21FF),  # arrows
    (0x25A0, 0x25FF),  # shapes
    (0x2600, 0x26FF),  # symbols
    (0x2700, 0x27BF),  # dingbats
)
# Characters without a look, which are never drawn: grapheme joiner, separators, zero widths and directions.
UNSEEN = {0x034F, 0x2028, 0x2029, *range(0x200B, 0x2010)}
# Wanted even where the main face has them: accents are set on Greek and Cyrillic letters, spaces stand between them.
SHARED = {0x0020, *range(0x0300, 0x030D)}


def wanted() -> set[int]:
    """The characters that the fallback faces are to have."""
    main = set(TTFont(HERE / MAIN).getBestCmap())
    ranges = {point for first, last in WANTED for point in range(first, last + 1)}
    return (ranges - main - UNSEEN) | SHARED


def options() -> subset.Options:
    """What is kept: kerning and accents; hints, style tables and names for other programs are not."""
    out = subset.Options()
    out.layout_features = ["kern", "mark", "ccmp"]
    out.hinting = False
    out.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    out.drop_tables += ["BASE", "STAT", "DSIG"]
    out.notdef_outline = True
    return out


def rename(font: TTFont, style: str) -> None:
    """Names the face after this program instead of the font it comes from."""
    names = {
        1: "Coprod Fallback Sans",
        2: style,
        3: f"CoprodFallbackSans-{style}; subset of a font by Adobe",
        4: f"Coprod Fallback Sans {style}",
        6: f"CoprodFallbackSans-{style}",
    }
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)


def main(package: Path) -> None:
    for weight, style in WEIGHTS:
        font = TTFont(package / weight / f"SourceSans3_{weight}.ttf")
        cutter = subset.Subsetter(options())
        cutter.populate(unicodes=wanted())
        cutter.subset(font)
        rename(font, style)
        # The date of the cut would make every file another one.
        font["head"].modified = font["head"].created
        font.recalcTimestamp = False
        target = HERE / f"CoprodFallbackSans_{weight}.ttf"
        font.save(target)
        print(f"{target.name}: {len(font.getBestCmap())} characters")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: fallback.py FOLDER_OF_THE_UNPACKED_PACKAGE")
    main(Path(sys.argv[1]))
