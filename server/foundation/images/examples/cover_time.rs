//! Times a cover from a 1400 px JPEG, and a drawn sleeve: `cargo run --release -p images --example cover_time`.

use std::time::Instant;

use images::{RgbImage, cover, cover_from_image, generate_cover};

const ROUNDS: u32 = 10;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Grain over a sleeve stands in for a photograph: flat colour alone would flatter the encoders.
    let mut source: RgbImage = generate_cover(7, "timing", 40.0, 1400);
    let mut state = 1_u32;
    for part in source.iter_mut() {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        *part = part.saturating_add((state >> 27) as u8);
    }
    let mut jpeg = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut jpeg, 90).encode_image(&source)?;

    let mut times: Vec<(&str, Vec<f64>)> = vec![("upload", vec![]), ("sleeve", vec![]), ("sleeve to cover", vec![])];
    for round in 0..ROUNDS {
        let start = Instant::now();
        cover(&jpeg)?;
        times[0].1.push(start.elapsed().as_secs_f64() * 1e3);
        let start = Instant::now();
        let sleeve = generate_cover(u64::from(round), "timing", 40.0, 1400);
        times[1].1.push(start.elapsed().as_secs_f64() * 1e3);
        let start = Instant::now();
        cover_from_image(sleeve)?;
        times[2].1.push(start.elapsed().as_secs_f64() * 1e3);
    }
    println!("{} kB JPEG, {ROUNDS} rounds", jpeg.len() / 1024);
    for (name, mut each) in times {
        each.sort_by(f64::total_cmp);
        println!("{name}: median {:.0} ms, least {:.0} ms, most {:.0} ms", each[each.len() / 2], each[0], each[each.len() - 1]);
    }
    Ok(())
}
