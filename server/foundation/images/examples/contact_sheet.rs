//! Writes a sheet of generated sleeves to look at, large and small: `cargo run -p images --example contact_sheet -- sheet.png`.

use images::{Family, RgbImage, generate_cover_of};

const SLEEVE: u32 = 240;
const SMALL: u32 = 96;
const GAP: u32 = 12;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).unwrap_or_else(|| "sheet.png".into());
    let mut sheet = RgbImage::from_pixel(6 * (SLEEVE + GAP) + GAP, 4 * (SLEEVE + GAP) + 2 * (SMALL + GAP) + GAP, image::Rgb([13, 14, 18]));
    for at in 0..24_u32 {
        let family = Family::ALL[at as usize % Family::ALL.len()];
        let hue = (at * 137) as f32;
        let (column, row) = (at % 6, at / 6);
        let large = generate_cover_of(family, u64::from(at), "Warehouse Pressure", hue, SLEEVE);
        image::imageops::replace(&mut sheet, &large, i64::from(GAP + column * (SLEEVE + GAP)), i64::from(GAP + row * (SLEEVE + GAP)));
        let small = generate_cover_of(family, u64::from(at), "Warehouse Pressure", hue, SMALL);
        let (column, row) = (at % 12, at / 12);
        image::imageops::replace(
            &mut sheet,
            &small,
            i64::from(GAP + column * (SMALL + GAP)),
            i64::from(4 * (SLEEVE + GAP) + GAP + row * (SMALL + GAP)),
        );
    }
    sheet.save(path)?;
    Ok(())
}
