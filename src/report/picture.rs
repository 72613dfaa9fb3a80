//! Pictures: reads PNG files into plain pixels, and refuses what is too large or broken.

use std::io::Cursor;

use png::{ColorType, Decoder, DecodingError, Limits, Transformations};

/// A larger file is refused.
const MOST_BYTES: usize = 8 * 1024 * 1024;
/// A wider or taller picture is refused.
const MOST_PIXELS: u32 = 4096;
/// What the decoder may use besides the pixels: a file that claims more is broken or hostile.
const MOST_MEMORY: usize = 128 * 1024 * 1024;

/// A picture's pixels, row by row from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bitmap {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Bytes of colour a pixel has: 1 for grey, 3 for red, green, blue.
    pub channels: usize,
    /// The colours.
    pub colours: Vec<u8>,
    /// How opaque each pixel is, 255 for fully; `None` if all are.
    pub alpha: Option<Vec<u8>>,
}

/// Whether a file can be a report's logo; its width and height in pixels.
///
/// # Errors
/// Why it cannot: no PNG file, broken, or too large.
pub fn check_logo(bytes: &[u8]) -> Result<(u32, u32), String> {
    let bitmap = decode(bytes)?;
    Ok((bitmap.width, bitmap.height))
}

/// Reads a PNG file; 16 bits a channel become 8, palettes become colours.
///
/// # Errors
/// Why it cannot be read: no PNG file, broken, or too large.
pub fn decode(bytes: &[u8]) -> Result<Bitmap, String> {
    if bytes.len() > MOST_BYTES {
        return Err(format!("the file is larger than {} MiB", MOST_BYTES / 1024 / 1024));
    }
    let failed = |error: DecodingError| error.to_string();
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: MOST_MEMORY });
    decoder.set_transformations(Transformations::normalize_to_color8());
    // The size is judged before any pixel is read.
    let (width, height) = decoder.read_header_info().map_err(failed)?.size();
    if width > MOST_PIXELS || height > MOST_PIXELS {
        return Err(format!("{width} × {height} pixels are more than {MOST_PIXELS} × {MOST_PIXELS}"));
    }
    let mut reader = decoder.read_info().map_err(failed)?;
    let size = reader.output_buffer_size().ok_or("the picture is too large")?;
    let mut pixels = vec![0; size];
    let frame = reader.next_frame(&mut pixels).map_err(failed)?;
    // An animation's first frame may be smaller than the whole.
    if (frame.width, frame.height) != (width, height) {
        return Err("the first frame does not fill the picture".to_owned());
    }
    let (channels, has_alpha) = match frame.color_type {
        ColorType::Grayscale => (1, false),
        ColorType::GrayscaleAlpha => (1, true),
        ColorType::Rgb => (3, false),
        ColorType::Rgba => (3, true),
        ColorType::Indexed => return Err("the palette is missing".to_owned()),
    };
    if !has_alpha {
        return Ok(Bitmap { width, height, channels, colours: pixels, alpha: None });
    }
    let mut colours = Vec::with_capacity(pixels.len());
    let mut alpha = Vec::with_capacity(pixels.len() / (channels + 1));
    for pixel in pixels.chunks_exact(channels + 1) {
        if let Some((last, first)) = pixel.split_last() {
            colours.extend_from_slice(first);
            alpha.push(*last);
        }
    }
    let alpha = Some(alpha).filter(|alpha| alpha.iter().any(|value| *value < u8::MAX));
    Ok(Bitmap { width, height, channels, colours, alpha })
}

impl Bitmap {
    /// The picture with each square of `factor` × `factor` pixels as one; 1 leaves it as it is.
    pub fn shrunk(self, factor: u32) -> Self {
        if factor < 2 {
            return self;
        }
        let (width, height) = (self.width.div_ceil(factor), self.height.div_ceil(factor));
        let mut colours = Vec::new();
        let mut alpha = Vec::new();
        for (row, column) in (0..height).flat_map(|row| (0..width).map(move |column| (row, column))) {
            let rows = row * factor..((row + 1) * factor).min(self.height);
            let columns = column * factor..((column + 1) * factor).min(self.width);
            let (mut sums, mut opacity, mut count) = ([0_u64; 3], 0_u64, 0_u64);
            for (y, x) in rows.flat_map(|y| columns.clone().map(move |x| (y, x))) {
                let place = y as usize * self.width as usize + x as usize;
                let opaque = |alpha: &Vec<u8>| alpha.get(place).copied().unwrap_or(u8::MAX);
                let weight = u64::from(self.alpha.as_ref().map_or(u8::MAX, opaque));
                let pixel = self.colours.get(place * self.channels..).unwrap_or_default();
                // What cannot be seen must not colour what can.
                for (sum, part) in sums.iter_mut().zip(pixel.iter().take(self.channels)) {
                    *sum += u64::from(*part) * weight;
                }
                opacity += weight;
                count += 1;
            }
            let mean = |sum: u64, of: u64| u8::try_from((sum + of / 2) / of.max(1)).unwrap_or(u8::MAX);
            colours.extend(sums.iter().take(self.channels).map(|sum| mean(*sum, opacity)));
            alpha.push(mean(opacity, count));
        }
        let alpha = self.alpha.is_some().then_some(alpha);
        Self { width, height, channels: self.channels, colours, alpha }
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
pub(crate) mod tests {
    use super::*;
    use png::{BitDepth, Encoder};

    /// A PNG file of the given kind, its pixels in the kind's own form.
    pub fn png(size: [u32; 2], colour: ColorType, depth: BitDepth, pixels: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        let mut encoder = Encoder::new(&mut out, size[0], size[1]);
        encoder.set_color(colour);
        encoder.set_depth(depth);
        if colour == ColorType::Indexed {
            encoder.set_palette(vec![10, 20, 30, 40, 50, 60]);
            encoder.set_trns(vec![255, 0]);
        }
        encoder.write_header().expect("a header").write_image_data(pixels).expect("pixels");
        out
    }

    #[test]
    fn every_kind_becomes_eight_bits_of_grey_or_colour_with_its_alpha() {
        let read = |colour, depth, pixels: &[u8]| {
            let bitmap = decode(&png([2, 1], colour, depth, pixels)).expect("a picture");
            assert_eq!((bitmap.width, bitmap.height), (2, 1));
            (bitmap.channels, bitmap.colours, bitmap.alpha)
        };
        let eight = BitDepth::Eight;
        assert_eq!(read(ColorType::Grayscale, eight, &[1, 2]), (1, vec![1, 2], None));
        assert_eq!(read(ColorType::Grayscale, BitDepth::Sixteen, &[1, 9, 2, 9]), (1, vec![1, 2], None));
        assert_eq!(read(ColorType::Grayscale, BitDepth::One, &[0b0100_0000]), (1, vec![0, 255], None));
        assert_eq!(read(ColorType::GrayscaleAlpha, eight, &[1, 255, 2, 7]), (1, vec![1, 2], Some(vec![255, 7])));
        assert_eq!(read(ColorType::Rgb, eight, &[1, 2, 3, 4, 5, 6]), (3, vec![1, 2, 3, 4, 5, 6], None));
        let opaque = read(ColorType::Rgba, eight, &[1, 2, 3, 255, 4, 5, 6, 255]);
        assert_eq!(opaque, (3, vec![1, 2, 3, 4, 5, 6], None));
        let palette = read(ColorType::Indexed, BitDepth::One, &[0b0100_0000]);
        assert_eq!(palette, (3, vec![10, 20, 30, 40, 50, 60], Some(vec![255, 0])));
        let wide = read(ColorType::Rgba, BitDepth::Sixteen, &[1, 0, 2, 0, 3, 0, 9, 0, 4, 0, 5, 0, 6, 0, 8, 0]);
        assert_eq!(wide, (3, vec![1, 2, 3, 4, 5, 6], Some(vec![9, 8])));
    }

    #[test]
    fn what_is_broken_or_too_large_is_refused() {
        let good = png([40, 3], ColorType::Grayscale, BitDepth::Eight, &[7; 120]);
        assert_eq!(check_logo(&good), Ok((40, 3)));
        for bad in [&b""[..], b"GIF89a", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", &good[..good.len() / 2]] {
            assert!(check_logo(bad).is_err_and(|reason| !reason.is_empty()), "{bad:?}");
        }
        let mut turned = good.clone();
        turned[45] ^= 0xFF;
        assert!(check_logo(&turned).is_err());
        assert!(check_logo(&vec![0; MOST_BYTES + 1]).is_err_and(|reason| reason.contains("8 MiB")));
        let wide = png([4097, 1], ColorType::Grayscale, BitDepth::Eight, &[7; 4097]);
        assert!(check_logo(&wide).is_err_and(|reason| reason.contains("4096")));
        // A header that claims more pixels than there are must not cost the memory for them.
        let mut claim = good;
        claim[16..20].copy_from_slice(&u32::MAX.to_be_bytes());
        assert!(check_logo(&claim).is_err());
    }

    #[test]
    fn shrinking_keeps_what_is_invisible_out_of_the_colours() {
        let pixels = [200, 255, 90, 0, 100, 255, 90, 0];
        let bitmap = decode(&png([2, 2], ColorType::GrayscaleAlpha, BitDepth::Eight, &pixels)).expect("a picture");
        let small = bitmap.clone().shrunk(2);
        assert_eq!((small.width, small.height), (1, 1));
        assert_eq!((small.colours, small.alpha), (vec![150], Some(vec![128])));
        assert_eq!(bitmap.clone().shrunk(1), bitmap);
        let odd = decode(&png([3, 1], ColorType::Rgb, BitDepth::Eight, &[9; 9])).expect("a picture").shrunk(2);
        assert_eq!((odd.width, odd.height, odd.colours.len(), odd.alpha), (2, 1, 6, None));
    }
}
