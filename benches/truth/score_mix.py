"""How much of a long mix is understood: its sections and cues within a bar, its tempi, its beats.

    python score_mix.py <music_probe> <mix.wav>
"""

import bisect
import json
import subprocess
import sys
from pathlib import Path

from score import beat_f


def main():
    probe, path = sys.argv[1:]
    truth = json.loads(Path(path).with_suffix(".json").read_text())
    found = json.loads(subprocess.run([probe, path], check=True, capture_output=True, text=True).stdout)
    starts = [tempo["from_ms"] for tempo in truth["tempi"]]

    def tempo_at(ms):
        return truth["tempi"][max(bisect.bisect_right(starts, ms) - 1, 0)]["bpm"]

    def near(one, others):
        return any(abs(one - other) <= 240_000 / tempo_at(one) for other in others)

    edges = [section["start_ms"] for section in found["music"]["sections"][1:]]
    wanted = truth["edges_ms"][1:]
    cues = found["music"]["cues"] or {}
    in_bar, out_bar = truth["bars_ms"]
    # Each track's tempo, in its middle, from the beats that were found there.
    right = 0
    for start, end, tempo in zip(starts, starts[1:] + [truth["beats_ms"][-1]], truth["tempi"]):
        middle = [beat for beat in found["beats_ms"] if start + (end - start) * 0.3 <= beat <= start + (end - start) * 0.8]
        if len(middle) > 16:
            bpm = 60_000 * (len(middle) - 1) / (middle[-1] - middle[0])
            right += abs(bpm / tempo["bpm"] - 1) <= 0.005
    print(json.dumps({
        "minutes": round(found["duration_ms"] / 60_000, 1),
        "edges": len(wanted),
        "edges_found": round(sum(near(edge, edges) for edge in wanted) / len(wanted), 3),
        "edges_right": round(sum(near(edge, wanted) for edge in edges) / max(len(edges), 1), 3),
        "mix_in_bars_off": round(abs(cues["mix_in_ms"] - truth["mix_in_ms"]) / in_bar, 2) if cues else None,
        "mix_out_bars_off": round(abs(cues["mix_out_ms"] - truth["mix_out_ms"]) / out_bar, 2) if cues else None,
        "tempi_right": f"{right} of {len(starts)}",
        "beat_f": round(beat_f(found["beats_ms"], truth["beats_ms"]), 3),
        "cpu_s": round(found["cpu_s"], 1),
    }))


if __name__ == "__main__":
    main()
