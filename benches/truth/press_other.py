"""Set B: music no line of ours had a hand in. Drums struck by sox, sequenced here; truth beside each file as JSON.

Grooves of many kinds at 30 tempi from 70 to 180 and in 24 keys, with swing, hiss and crackle of vinyl, a drift of two
per cent; copies stretched by rubberband whose truth is scaled, aired by liquidsoap as a station would, and pressed to MP3
and back by ffmpeg. Scores nothing.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import soundfile

RATE = 44_100
# Sixteen steps: kick, snare, closed hat, open hat. Digits are how hard.
GROOVES = {
    "house": ("9...9...9...9...", "....8.......8...", "3.3.3.3.3.3.3.3.", "..7...7...7...7."),
    "techno": ("9...9...9...9...", "................", "6464646464646464", "..5...5...5...5."),
    "disco": ("9...9...9...9...", "....9.......9...", "6.636.636.636.63", "..8...8...8...8."),
    "rock": ("9.......9.9.....", "....9.......9...", "7.7.7.7.7.7.7.7.", "................"),
    "hiphop": ("9.....4.9.......", "....9.......9..3", "6.646.646.646.64", "................"),
    "breaks": ("9.9.......9.....", "....9..4.4..9...", "7.7.7.7.7.7.7.7.", "..............5."),
    "jungle": ("9.........9.....", "....9.......9...", "6464646464646464", "................"),
    "garage": ("9.........9.....", "....9.......9...", "..7.3.73..7.3.73", "..6...6...6...6."),
    "steppers": ("9...9...9...9...", "........8.......", "..6...6...6...6.", "................"),
}
# Grooves live at some tempi and not at others; every file's tempo suits its groove as a player would have it.
HOMES = {
    "house": (115, 132), "techno": (124, 150), "disco": (105, 128), "rock": (85, 150), "hiphop": (70, 105),
    "breaks": (98, 140), "jungle": (150, 180), "garage": (126, 140), "steppers": (70, 150),
}


def sox(*arguments):
    """One sound, as floats."""
    data = subprocess.run(
        ["sox", "-R", "-n", "-r", str(RATE), "-c", "1", "-t", "f32", "-", *arguments], check=True, capture_output=True
    ).stdout
    return np.frombuffer(data, dtype=np.float32).astype(np.float64)


def kit(random):
    """Four drums, a little different for each file."""
    top, base = random.uniform(120, 260), random.uniform(42, 60)
    kick = sox("synth", "0.3", "sine", f"{top}-{base}", "fade", "l", "0.001", "0.3", "0.28")
    click = sox("synth", "0.012", "noise", "lowpass", "5000", "fade", "l", "0", "0.012", "0.011")
    kick[: len(click)] += click * random.uniform(0.1, 0.5)
    snare = sox("synth", "0.2", "noise", "bandpass", f"{random.uniform(1200, 3000)}", "1.2o", "fade", "l", "0.001", "0.2", "0.19")
    body = sox("synth", "0.12", "triangle", f"{random.uniform(170, 230)}", "fade", "l", "0.001", "0.12", "0.11")
    snare = snare * 2.2
    snare[: len(body)] += body * 0.6
    hat = sox("synth", "0.05", "noise", "highpass", f"{random.uniform(6000, 8500)}", "fade", "l", "0", "0.05", "0.048")
    open_hat = sox("synth", "0.22", "noise", "highpass", f"{random.uniform(5500, 7500)}", "fade", "l", "0", "0.22", "0.2")
    return [kick, snare, hat, open_hat], [random.uniform(0.7, 0.95), random.uniform(0.4, 0.7), random.uniform(0.1, 0.3), random.uniform(0.1, 0.25)]


MINOR_LOOPS = [(0, 5, 3, 6), (0, 0, 5, 6), (0, 3, 4, 0), (0, 6, 5, 6), (0, 3, 0, 4), (0, 2, 5, 6)]
MAJOR_LOOPS = [(0, 4, 5, 3), (0, 3, 4, 0), (0, 5, 3, 4), (0, 3, 0, 4), (0, 1, 4, 0), (0, 0, 3, 4)]
SCALES = {"minor": (0, 2, 3, 5, 7, 8, 10), "major": (0, 2, 4, 5, 7, 9, 11)}


def tone(random, midi, seconds, bright, wave):
    """A note of a few harmonics that dies away."""
    time = np.arange(int(seconds * RATE)) / RATE
    hz = 440.0 * 2.0 ** ((midi - 69) / 12.0)
    out = np.zeros_like(time)
    for harmonic in range(1, 1 + int(bright)):
        if hz * harmonic < 12_000 and (wave == "saw" or harmonic % 2 == 1):
            out += np.sin(2 * np.pi * hz * harmonic * time + random.uniform(0, 6.28)) / harmonic
    attack = np.minimum(1.0, time / 0.008)
    release = np.minimum(1.0, (seconds - time) / 0.03)
    return out * attack * np.clip(release, 0, 1) * np.exp(-time * random.uniform(0.5, 3.0))


def beat_times(bpm, bars, drift):
    """Beats of a tempo that changes by `drift` from first to last, evenly over the beats."""
    count = bars * 4 + 1
    tempi = bpm * (1 + drift * (np.arange(count) / (count - 1) - 0.5))
    return np.concatenate([[0.0], np.cumsum(60.0 / tempi[:-1])])


def add(buffer, at_s, sound, gain):
    at = int(round(at_s * RATE))
    sound = sound[: max(0, len(buffer) - at)]
    buffer[at : at + len(sound)] += sound * gain


def piece(random, groove, bpm, tonic, mode, swing, drift, noise, tuning):
    bars = max(16, int(round(60 * bpm / 240)))
    lead_in = random.uniform(0.05, 2.0)
    beats = beat_times(bpm, bars, drift) + lead_in
    out = np.zeros(int((beats[-1] + 1.0) * RATE))
    drums, levels = kit(random)
    intro = random.integers(0, 5)

    def at(bar, step):
        late = swing if step % 2 else 0.0
        position = bar * 4 + (step + late) / 4
        return float(np.interp(position, np.arange(len(beats)), beats)) + random.normal(0, 0.0015)

    for bar in range(bars):
        for number, pattern in enumerate(GROOVES[groove]):
            # The bassline or hats may come first, and breaks leave the kick out.
            if (bar < intro and number in (1, 3)) or (number == 0 and bars // 2 <= bar < bars // 2 + 4):
                continue
            for step, level in enumerate(pattern):
                if level != ".":
                    add(out, at(bar, step), drums[number], levels[number] * int(level) / 9 * random.uniform(0.9, 1.1))
    scale = SCALES[mode]
    loop = (MINOR_LOOPS if mode == "minor" else MAJOR_LOOPS)[random.integers(6)]
    each = random.choice([1, 2])
    bass_steps = [step for step in range(16) if step % 4 == 0 or random.random() < 0.25]
    chord_steps = [0] if random.random() < 0.4 else sorted(random.choice(16, 4, replace=False))
    bar_s = 240.0 / bpm
    for bar in range(intro // 2, bars):
        root = loop[(bar // each) % 4]
        note = lambda degree: tonic + scale[degree % 7] + 12 * (degree // 7) + tuning
        for step in bass_steps:
            low = 36 + note(root) - (12 if note(root) > 7 else 0)
            add(out, at(bar, step), tone(random, low, bar_s / 8, 4, "saw"), 0.3)
        for step in chord_steps:
            length = bar_s * (0.95 if len(chord_steps) == 1 else 0.15)
            for degree in (0, 2, 4) + ((6,) if random.random() < 0.3 else ()):
                add(out, at(bar, step), tone(random, 60 + note(root + degree), length, random.integers(3, 9), "saw"), 0.09)
        if random.random() < 0.4:
            for step in random.choice(16, 3, replace=False):
                degree = [0, 2, 4, 0, 1, 6][random.integers(6)]
                add(out, at(bar, step), tone(random, 72 + note(degree), bar_s / 6, 5, "square"), 0.08)
    if noise:
        out += random.normal(0, 0.004, len(out))
        for crackle in random.integers(0, len(out) - 100, int(len(out) / RATE * 12)):
            out[crackle : crackle + 12] += random.normal(0, 0.12, 12) * np.exp(-np.arange(12) / 3)
    return out / np.abs(out).max() * random.uniform(0.4, 0.9), beats[:-1]


def aired(path):
    """As a station sends it: compressed, and without what lies under the lowest note."""
    with tempfile.NamedTemporaryFile(suffix=".wav") as out:
        script = f'''
            set("init.allow_root", true)
            set("log.stdout", false)
            set("log.file", false)
            s = compress(threshold=-18., ratio=4., attack=20., release=200., gain=6., once(single("{path}")))
            s = filter.iir.eq.high(frequency=40., s)
            clock.assign_new(sync="none", [s])
            output.file(%wav(stereo=true), fallible=true, on_stop=shutdown, "{out.name}", s)
        '''
        subprocess.run(["liquidsoap", "-q", script], check=True, capture_output=True, timeout=300)
        sound, _ = soundfile.read(out.name)
    return sound


def pressed(path):
    """MP3 at 128 kbit/s and back."""
    with tempfile.TemporaryDirectory() as folder:
        mp3, wav = f"{folder}/pressed.mp3", f"{folder}/pressed.wav"
        for source, target in ((path, mp3), (mp3, wav)):
            subprocess.run(["ffmpeg", "-v", "error", "-i", source, "-b:a", "128k", target], check=True)
        sound, _ = soundfile.read(wav)
    return sound


def write(folder, name, sound, beats, bpm, tonic, mode, **more):
    soundfile.write(folder / f"{name}.wav", sound.astype(np.float32), RATE, subtype="PCM_16")
    truth = {"bpm": bpm, "key": None if tonic is None else [int(tonic % 12), mode], "beats_ms": [round(float(beat) * 1000, 2) for beat in beats]}
    (folder / f"{name}.json").write_text(json.dumps(truth | more))


def main():
    folder, seed = Path(sys.argv[1]), int(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(seed)
    names = list(GROOVES)
    for index, tempo in enumerate(np.linspace(70, 180, 30)):
        tempo = round(float(tempo) + random.uniform(-1.5, 1.5), 2)
        tempo = min(max(tempo, 70.0), 180.0)
        fitting = [name for name in names if HOMES[name][0] <= tempo <= HOMES[name][1]]
        groove = fitting[random.integers(len(fitting))]
        # Twenty-four keys, then six again.
        tonic, mode = index % 12, "minor" if (index // 12) % 2 == 0 else "major"
        swing = float(random.choice([0, 0, 0.15, 0.33])) if groove not in ("techno", "jungle") else 0.0
        drift = 0.02 if index % 6 == 5 else 0.0
        tuning = float(random.choice([0, 0, 0.2, -0.25]))
        sound, beats = piece(random, groove, tempo, tonic, mode, swing, drift, index % 3 == 2, tuning)
        name = f"b-{seed}-{index:02}-{groove}"
        write(folder, name, sound, beats, tempo, tonic, mode, swing=swing, drift=drift, noise=index % 3 == 2)
        if index % 5 == 0:
            ratio = float(random.choice([0.93, 0.96, 1.04, 1.07]))
            if 70 <= tempo / ratio <= 180:
                stretched = folder / f"{name}-stretched.wav"
                subprocess.run(["rubberband", "-q", "-t", str(ratio), folder / f"{name}.wav", stretched], check=True, capture_output=True)
                sound, _ = soundfile.read(stretched)
                write(folder, f"{name}-stretched", sound, beats * ratio, round(tempo / ratio, 4), tonic, mode, stretched=ratio)
        for turn, way in ((2, aired), (3, pressed)):
            if index % 5 == turn:
                sound = way((folder / f"{name}.wav").absolute())
                write(folder, f"{name}-{way.__name__}", sound, beats, tempo, tonic, mode, drift=drift, way=way.__name__)


if __name__ == "__main__":
    main()
