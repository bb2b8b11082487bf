"""Ours beside aubio, librosa and essentia: the same files, one thread, one run; JSON and a Markdown table.

    python compare.py <music_probe> <out> <folder of WAV and JSON>…

Peers run as programs or libraries of this bench only; nothing of theirs is linked into ours. CPU seconds are of the
work alone: reading the file counts, starting an interpreter and importing do not (aubio is a program and starts twice).
"""

import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ[name] = "1"

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

import essentia
import essentia.standard as es
import librosa
import numpy as np

from score import beat_f, key_score, tempo_is_right, tempo_is_right_but_for_the_octave

essentia.log.warningActive = False
essentia.log.infoActive = False
NOTES = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"]
MAJOR = np.array([6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88])
MINOR = np.array([6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17])


def children_s():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def ours(probe, path):
    out = subprocess.run([probe, path], check=True, capture_output=True, text=True).stdout
    found = json.loads(out)
    return found["tempo_bpm"], found["key"], found["beats_ms"], found["cpu_s"]


def aubio(path):
    started = children_s()
    tempo = subprocess.run(["aubio", "tempo", path], check=True, capture_output=True, text=True).stdout
    beats = subprocess.run(["aubio", "beat", path], check=True, capture_output=True, text=True).stdout
    spent = children_s() - started
    words = tempo.split()
    beats_ms = [float(line.split()[0]) * 1000 for line in beats.splitlines() if line.strip()]
    return (float(words[0]) if words else None), None, beats_ms, spent


def of_librosa(path):
    started = time.process_time()
    sound, rate = librosa.load(path)
    tempo, beats = librosa.beat.beat_track(y=sound, sr=rate, units="time")
    chroma = librosa.feature.chroma_cqt(y=librosa.effects.harmonic(sound), sr=rate).mean(axis=1)
    likeness = [np.corrcoef(np.roll(profile, tonic), chroma)[0, 1] for profile in (MINOR, MAJOR) for tonic in range(12)]
    best = int(np.argmax(likeness))
    key = [best % 12, "minor" if best < 12 else "major"]
    return float(np.atleast_1d(tempo)[0]), key, [beat * 1000 for beat in beats], time.process_time() - started


def of_essentia(path):
    started = time.process_time()
    sound = es.MonoLoader(filename=str(path))()
    bpm, beats, *_ = es.RhythmExtractor2013(method="multifeature")(sound)
    name, scale, _ = es.KeyExtractor(profileType="edma")(sound)
    alike = {"C#": 1, "Db": 1, "D#": 3, "G#": 8, "A#": 10, "Gb": 6}
    tonic = alike.get(name, NOTES.index(name) if name in NOTES else 0)
    return float(bpm), [tonic, scale], [float(beat) * 1000 for beat in beats], time.process_time() - started


def score(found, truth):
    bpm, key, beats, cpu_s = found
    # A drift of two per cent has no one tempo: any it passes through is right.
    if truth.get("drift"):
        right = bpm is not None and abs(bpm / truth["bpm"] - 1) <= truth["drift"] / 2 + 0.005
    else:
        right = tempo_is_right(bpm, truth["bpm"])
    return {
        "bpm": bpm,
        "bpm_right": right,
        "bpm_but_octave": right or tempo_is_right_but_for_the_octave(bpm, truth["bpm"]),
        "key": key,
        "key_score": key_score(key, truth["key"]) if truth["key"] and key else None,
        "beat_f": beat_f(beats, truth["beats_ms"]),
        "cpu_s": cpu_s,
    }


def main():
    probe, out, folders = sys.argv[1], Path(sys.argv[2]), sys.argv[3:]
    tools = {"ours": lambda path: ours(probe, path), "aubio": aubio, "librosa": of_librosa, "essentia": of_essentia}
    # The first call compiles and plans; it is nobody's work.
    first = sorted(Path(folders[0]).glob("*.wav"))[0]
    of_librosa(first)
    table = ["| set | tool | files | BPM ±0.5 % | but for octave | key exact | MIREX | beat F ±35 ms | CPU s |", "|---|---|--:|--:|--:|--:|--:|--:|--:|"]
    everything = {}
    for folder in folders:
        rows = {tool: {} for tool in tools}
        for path in sorted(Path(folder).glob("*.wav")):
            truth = json.loads(path.with_suffix(".json").read_text())
            for tool, run in tools.items():
                rows[tool][path.name] = score(run(path), truth)
        for tool, found in rows.items():
            values = list(found.values())
            mean = lambda name: float(np.mean([value[name] for value in values]))
            keys = [value["key_score"] for value in values if value["key_score"] is not None]
            exact, weighted = (f"{np.mean([key == 1 for key in keys]):.3f}", f"{np.mean(keys):.3f}") if keys else ("–", "–")
            table.append(
                f"| {Path(folder).name} | {tool} | {len(values)} | {mean('bpm_right'):.3f} | {mean('bpm_but_octave'):.3f} "
                f"| {exact} | {weighted} | {mean('beat_f'):.3f} | {sum(value['cpu_s'] for value in values):.1f} |"
            )
        everything[Path(folder).name] = rows
        out.with_suffix(".json").write_text(json.dumps(everything, indent=1))
        out.with_suffix(".md").write_text("\n".join(table) + "\n")
    print("\n".join(table))


if __name__ == "__main__":
    main()
