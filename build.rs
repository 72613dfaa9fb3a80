//! Packs the files of the program that are large and rarely needed; `src/packed.rs` unpacks them. It makes the program,
//! which is a single file, smaller by a fortieth.
#![allow(clippy::print_stdout, reason = "so a build script speaks to cargo")]

use flate2::Compression;
use flate2::write::DeflateEncoder;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Folders of which all files with an ending are packed.
const FOLDERS: [(&str, &str); 2] = [("rubrics/schemas", ".schema.json"), ("src/formats/pdf/fonts", ".ttf")];

fn main() -> io::Result<()> {
    let out = env::var_os("OUT_DIR").map(PathBuf::from).ok_or_else(|| io::Error::other("OUT_DIR is not set"))?;
    println!("cargo:rerun-if-changed=build.rs");
    for (folder, ending) in FOLDERS {
        println!("cargo:rerun-if-changed={folder}");
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()).filter(|name| name.ends_with(ending))
            else {
                continue;
            };
            println!("cargo:rerun-if-changed={}", path.display());
            pack(&path, &out.join(format!("{name}.deflate")))?;
        }
    }
    Ok(())
}

fn pack(from: &Path, to: &Path) -> io::Result<()> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&fs::read(from)?)?;
    fs::write(to, encoder.finish()?)
}
