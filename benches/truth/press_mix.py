"""Mixes recordings of set A into one of about an hour, as a DJ would, and writes the truth beside it.

    python press_mix.py <folder of set A> <out.wav> <seed>

Twelve pieces, from the slowest to the fastest, each made longer by playing its middle several times. A piece comes in under
the last eight bars of the one before it, stretched to its tempo by rubberband; after them it plays at its own. Where the two
are more than eight per cent apart, it comes in by a cut on the bar.
"""

import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import soundfile

HOUR_MS = 3_600_000
TRACKS = 12
OVERLAP_BARS = 8
FARTHEST = 0.08
EDGE = 0.005


def stretched(sound, rate, ratio):
    """`ratio` is new length by old."""
    with tempfile.TemporaryDirectory() as folder:
        before, after = f"{folder}/before.wav", f"{folder}/after.wav"
        soundfile.write(before, sound, rate)
        subprocess.run(["rubberband", "--quiet", "--time", f"{ratio:.9f}", before, after], check=True)
        return soundfile.read(after, dtype="float32")[0]


def longer(sound, rate, truth, wanted_ms):
    """Intro, the middle as often as needed, outro: the sound, and its parts as (start, end, kind)."""
    first, *middle, last = truth["sections"]
    parts = [first]
    while sum(part["end_ms"] - part["start_ms"] for part in parts) < wanted_ms:
        parts += middle
    parts.append(last)
    pieces, placed, at = [], [], 0.0
    for part in parts:
        start, end = (round(part[edge] * rate / 1000) for edge in ("start_ms", "end_ms"))
        piece = sound[start:end].copy()
        fade = np.linspace(0, 1, int(EDGE * rate), dtype="float32")[:, None]
        piece[: len(fade)] *= fade
        piece[-len(fade) :] *= fade[::-1]
        pieces.append(piece)
        length = part["end_ms"] - part["start_ms"]
        placed.append((at, at + length, part["kind"]))
        at += length
    return np.concatenate(pieces), placed


def main():
    folder, out, seed = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    chosen = {}
    paths = sorted(folder.glob("*.wav"))
    random.Random(seed).shuffle(paths)
    for path in paths:
        # One of each piece.
        chosen.setdefault(path.stem.rsplit("-", 2)[0], path)
    tracks = sorted(((json.loads(path.with_suffix(".json").read_text()), path) for path in chosen.values()), key=lambda found: found[0]["bpm"])[:TRACKS]

    mix, rate = np.zeros((0, 2), dtype="float32"), 0
    edges, beats, tempi, before = [], [], [], None
    for truth, path in tracks:
        sound, rate = soundfile.read(path, dtype="float32", always_2d=True)
        bar_ms = 240_000 / truth["bpm"]
        sound, parts = longer(sound, rate, truth, HOUR_MS / len(tracks))
        start_ms = len(mix) * 1000 / rate
        near = before is not None and abs(truth["bpm"] / before - 1) <= FARTHEST
        lead_ms = OVERLAP_BARS * bar_ms
        ratio = truth["bpm"] / before if near else 1.0
        if near:
            cut = round(lead_ms * rate / 1000)
            lead = stretched(sound[:cut], rate, ratio)
            sound = np.concatenate([lead, sound[cut:]])
            start_ms -= lead_ms * ratio

        def placed(ms):
            """From the piece's time to the mix's."""
            return start_ms + (ms * ratio if near and ms < lead_ms else ms + (lead_ms * (ratio - 1) if near else 0))

        begin = round(start_ms * rate / 1000)
        overlap = max(len(mix) - begin, 0)
        if overlap:
            rise = np.sin(np.linspace(0, np.pi / 2, overlap, dtype="float32"))[:, None]
            sound[:overlap] *= rise
            mix[begin:] *= rise[::-1]
            sound[:overlap] += mix[begin:]
        mix = np.concatenate([mix[:begin], sound])
        edges += [placed(start) for start, _, _ in parts]
        count = round(parts[-1][1] / (bar_ms / 4))
        own = [placed(beat * bar_ms / 4) for beat in range(count)]
        beats = [beat for beat in beats if beat < own[0] - 1] + own
        tempi.append({"from_ms": placed(0), "bpm": truth["bpm"]})
        before = truth["bpm"]

    mix *= 0.9 / np.abs(mix).max()
    soundfile.write(out, mix, rate, subtype="PCM_16")
    first_bar, last_bar = 240_000 / tempi[0]["bpm"], 240_000 / tempi[-1]["bpm"]
    edges = sorted(edges)
    truth = {"edges_ms": edges, "beats_ms": beats, "tempi": tempi, "mix_in_ms": edges[1], "mix_out_ms": edges[-1], "bars_ms": [first_bar, last_bar]}
    out.with_suffix(".json").write_text(json.dumps(truth))


if __name__ == "__main__":
    main()
