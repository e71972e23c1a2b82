//! Pictures from people's devices: decoded to see that they are pictures, turned upright, made small, and written anew, so that nothing that
//! came with them (the place where they were taken, the device, a hidden file) is kept.
use base64::{Engine, engine::general_purpose::STANDARD};
use domain::{
    Command, FieldProblem, Invalid, No,
    accreditation::{AccreditationCommand, Photo},
    limit,
};
use image::{
    DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage, codecs::jpeg::JpegEncoder, imageops::FilterType,
    metadata::Orientation,
};
use serde_json::Value;
use std::{io::Cursor, panic::catch_unwind};

/// Largest file that is looked at, in bytes: what a telephone's camera makes.
pub const FILE_BYTES: usize = 8 * 1024 * 1024;
/// The shortest a side may be, in pixels: below, nobody is recognised.
pub const MIN_SIDE: u32 = 100;
/// The longest a side may be, in pixels.
pub const MAX_SIDE: u32 = 5_000;
/// Most memory that one picture may take when decoded, in bytes.
const DECODED_BYTES: u64 = 128 * 1024 * 1024;
/// The frame into which the kept picture fits, in pixels.
const FRAME: (u32, u32) = (480, 600);
/// Qualities tried until the picture is small enough to be kept.
const QUALITIES: [u8; 3] = [85, 70, 50];

/// One picture is decoded at a time: its memory is the bound, not the number of those who upload.
static DECODING: parking_lot::Mutex<()> = parking_lot::Mutex::new(());

/// The photo to keep, made of a file from anywhere. Takes a moment and much memory: not for an async thread.
///
/// # Errors
/// [`FieldProblem::Empty`], [`FieldProblem::FileTooLarge`], [`FieldProblem::PictureSize`] or [`FieldProblem::NotAPicture`].
pub fn portrait(file: &[u8]) -> Result<Photo, FieldProblem> {
    if file.is_empty() {
        return Err(FieldProblem::Empty);
    }
    if file.len() > FILE_BYTES {
        return Err(FieldProblem::FileTooLarge { limit_kib: FILE_BYTES / 1024 });
    }
    let _one = DECODING.lock();
    // A fault in a decoder is a file that is no picture, and nothing worse.
    let picture = catch_unwind(|| decode(file)).unwrap_or(Err(FieldProblem::NotAPicture))?;
    let fits = picture.width() <= FRAME.0 && picture.height() <= FRAME.1;
    let flat = on_white(&if fits { picture } else { picture.resize(FRAME.0, FRAME.1, FilterType::Triangle) });
    let kept = QUALITIES.into_iter().filter_map(|quality| encode(&flat, quality)).find(|bytes| bytes.len() <= limit::PHOTO_BYTES);
    kept.map(Photo).ok_or(FieldProblem::NotAPicture)
}

fn decode(file: &[u8]) -> Result<DynamicImage, FieldProblem> {
    let mut reader = ImageReader::new(Cursor::new(file)).with_guessed_format().map_err(|_| FieldProblem::NotAPicture)?;
    if !matches!(reader.format(), Some(ImageFormat::Jpeg | ImageFormat::Png)) {
        return Err(FieldProblem::NotAPicture);
    }
    let size = FieldProblem::PictureSize { min: MIN_SIDE, max: MAX_SIDE };
    let mut limits = Limits::default();
    limits.max_alloc = Some(DECODED_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| FieldProblem::NotAPicture)?;
    let (width, height) = decoder.dimensions();
    let sides = MIN_SIDE..=MAX_SIDE;
    // Known from the head of the file, before anything is unpacked.
    if !sides.contains(&width) || !sides.contains(&height) || decoder.total_bytes() > DECODED_BYTES {
        return Err(size);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| FieldProblem::NotAPicture)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// What is transparent becomes white.
fn on_white(picture: &DynamicImage) -> RgbImage {
    let from = picture.to_rgba8();
    RgbImage::from_fn(from.width(), from.height(), |x, y| {
        let [r, g, b, a] = from.get_pixel(x, y).0;
        let over = |channel: u8| ((u16::from(channel) * u16::from(a) + 255 * (255 - u16::from(a))) / 255) as u8;
        Rgb([over(r), over(g), over(b)])
    })
}

fn encode(picture: &RgbImage, quality: u8) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality).encode_image(picture).ok()?;
    Some(bytes)
}

/// The command `set-photo` of an API's or form's fields: the picture as base64 in `photo`.
///
/// # Errors
/// [`No::Invalid`] naming the field.
pub fn command(mut fields: Value) -> Result<Command, No> {
    let invalid = |problem| No::Invalid(Invalid::new("photo", problem));
    let text = match fields.get_mut("photo").map(Value::take) {
        Some(Value::String(text)) => text,
        None => return Err(invalid(FieldProblem::Empty)),
        Some(_) => return Err(invalid(FieldProblem::NotAPicture)),
    };
    let file = STANDARD.decode(text.trim()).map_err(|_| invalid(FieldProblem::NotAPicture))?;
    fields["photo"] = Value::Array(Vec::new());
    let command = crate::act::read_accreditation("set-photo", fields)?;
    match command {
        AccreditationCommand::SetPhoto { person, .. } => {
            let photo = portrait(&file).map_err(invalid)?;
            Ok(Command::Accreditation(AccreditationCommand::SetPhoto { person, photo }))
        }
        other => Ok(Command::Accreditation(other)),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn jpeg(width: u32, height: u32) -> Vec<u8> {
        encode(&RgbImage::from_fn(width, height, |x, y| Rgb([(x % 251) as u8, (y % 241) as u8, 90])), 90).unwrap()
    }
    fn png(picture: &DynamicImage) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        picture.write_to(&mut out, ImageFormat::Png).unwrap();
        out.into_inner()
    }
    fn kept(file: &[u8]) -> DynamicImage {
        let photo = portrait(file).unwrap();
        assert!(photo.0.len() <= limit::PHOTO_BYTES);
        image::load_from_memory_with_format(&photo.0, ImageFormat::Jpeg).unwrap()
    }

    #[test]
    fn a_picture_is_made_small_and_comes_out_as_a_jpeg() {
        let small = kept(&jpeg(1200, 900));
        assert_eq!((small.width(), small.height()), (480, 360));
        let clear = DynamicImage::ImageRgba8(image::RgbaImage::from_pixel(200, 200, image::Rgba([0, 0, 0, 0])));
        assert!(kept(&png(&clear)).to_rgb8().get_pixel(50, 50).0[0] > 250, "what is transparent becomes white");
    }

    /// A JPEG with a segment of metadata after its beginning.
    fn with_exif(orientation: u8) -> Vec<u8> {
        let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
        exif.extend([orientation, 0, 0, 0, 0, 0, 0, 0]);
        exif.extend(b"TAKEN-AT-HOME 1.2921S 36.8219E");
        let plain = jpeg(400, 200);
        let mut file = plain[..2].to_vec();
        file.extend([0xff, 0xe1]);
        file.extend(((exif.len() + 2) as u16).to_be_bytes());
        file.extend(exif);
        file.extend(&plain[2..]);
        file
    }

    #[test]
    fn what_came_with_a_picture_is_gone_and_it_stands_upright() {
        let file = with_exif(6);
        let photo = portrait(&file).unwrap();
        assert!(!photo.0.windows(13).any(|w| w == b"TAKEN-AT-HOME") && !photo.0.windows(4).any(|w| w == b"Exif"));
        let upright = kept(&file);
        assert!(upright.height() > upright.width(), "turned as the camera said: {} by {}", upright.width(), upright.height());
    }

    #[test]
    fn what_is_no_picture_is_refused_and_says_why() {
        let size = FieldProblem::PictureSize { min: MIN_SIDE, max: MAX_SIDE };
        assert_eq!(portrait(b"").unwrap_err(), FieldProblem::Empty);
        assert_eq!(portrait(b"GIF89a not a picture").unwrap_err(), FieldProblem::NotAPicture);
        let whole = png(&DynamicImage::ImageRgb8(RgbImage::new(200, 200)));
        assert_eq!(portrait(&whole[..whole.len() / 2]).unwrap_err(), FieldProblem::NotAPicture, "cut off");
        assert_eq!(portrait(&jpeg(99, 300)).unwrap_err(), size);
        let huge = vec![0; FILE_BYTES + 1];
        assert_eq!(portrait(&huge).unwrap_err(), FieldProblem::FileTooLarge { limit_kib: FILE_BYTES / 1024 });
        // The head of a PNG of a million by a million pixels, in a hundred bytes.
        let mut bomb = png(&DynamicImage::ImageRgb8(RgbImage::new(200, 200)));
        bomb[16..24].copy_from_slice(&[0, 0x0f, 0x42, 0x40, 0, 0x0f, 0x42, 0x40]);
        assert!(portrait(&bomb).is_err());
    }

    #[test]
    fn the_fields_of_the_act_are_checked_one_by_one() {
        let problem = |fields| match command(fields).unwrap_err() {
            No::Invalid(invalid) => (invalid.field, invalid.problem),
            other => panic!("{other}"),
        };
        assert_eq!(problem(serde_json::json!({ "person": "rep-1" })), ("photo".to_owned(), FieldProblem::Empty));
        assert_eq!(problem(serde_json::json!({ "photo": "%%" })), ("photo".to_owned(), FieldProblem::NotAPicture));
        let picture = STANDARD.encode(jpeg(200, 200));
        assert_eq!(problem(serde_json::json!({ "photo": picture })).0, "person");
        command(serde_json::json!({ "person": "rep-1", "photo": picture })).unwrap();
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]
        #[test]
        fn damaged_pictures_never_do_harm(at in 0usize..4_000, byte: u8, cut in 0usize..4_000) {
            for mut file in [jpeg(120, 120), png(&DynamicImage::ImageRgb8(RgbImage::new(120, 120)))] {
                let at = at % file.len();
                file[at] = byte;
                file.truncate(file.len().max(1) - cut % file.len().max(1));
                let _ = portrait(&file);
            }
        }
    }
}
