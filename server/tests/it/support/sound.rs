//! A recording made without any program: two seconds of a sine as WAV.

const HZ: u32 = 8_000;
const SECONDS: u32 = 2;

/// A short, whole WAV file, mono, 16 bit.
pub fn recording() -> Vec<u8> {
    let bytes = HZ * SECONDS * 2;
    let mut wav = b"RIFF".to_vec();
    wav.extend((bytes + 36).to_le_bytes());
    wav.extend(b"WAVEfmt ");
    wav.extend(16_u32.to_le_bytes());
    wav.extend(1_u16.to_le_bytes());
    wav.extend(1_u16.to_le_bytes());
    wav.extend(HZ.to_le_bytes());
    wav.extend((HZ * 2).to_le_bytes());
    wav.extend(2_u16.to_le_bytes());
    wav.extend(16_u16.to_le_bytes());
    wav.extend(b"data");
    wav.extend(bytes.to_le_bytes());
    for frame in 0..HZ * SECONDS {
        let phase = f64::from(frame) * 440.0 * std::f64::consts::TAU / f64::from(HZ);
        wav.extend(((phase.sin() * 12_000.0) as i16).to_le_bytes());
    }
    wav
}
