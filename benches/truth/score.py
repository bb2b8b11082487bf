"""Scores estimates against the truth: tempo, key, beats. Runs nothing."""

import numpy as np

RIGHT_BPM = 0.005
NEAR_BEAT_MS = 35.0


def tempo_is_right(estimate, truth):
    """Within half a per cent; an octave off is wrong."""
    return estimate is not None and abs(estimate / truth - 1) <= RIGHT_BPM


def tempo_is_right_but_for_the_octave(estimate, truth):
    return estimate is not None and any(abs(estimate * factor / truth - 1) <= RIGHT_BPM for factor in (1 / 3, 0.5, 1, 2, 3))


def key_score(estimate, truth):
    """As MIREX weighs it: 1 exact, 0.5 a fifth off, 0.3 relative, 0.2 parallel."""
    if estimate is None:
        return 0.0
    (tonic, mode), (true_tonic, true_mode) = estimate, truth
    apart = (tonic - true_tonic) % 12
    if mode == true_mode:
        return {0: 1.0, 7: 0.5, 5: 0.5}.get(apart, 0.0)
    if apart == 0:
        return 0.2
    relative = 3 if true_mode == "minor" else 9
    return 0.3 if apart == relative else 0.0


def beat_f(estimate, truth):
    """F-measure of beats within 35 ms, each beat matched once; the first five seconds count as well."""
    estimate, truth = np.sort(np.asarray(estimate, float)), np.sort(np.asarray(truth, float))
    if len(estimate) == 0 or len(truth) == 0:
        return 0.0
    hits, at = 0, 0
    for beat in truth:
        while at < len(estimate) and estimate[at] < beat - NEAR_BEAT_MS:
            at += 1
        if at < len(estimate) and estimate[at] <= beat + NEAR_BEAT_MS:
            hits += 1
            at += 1
    return 2 * hits / (len(estimate) + len(truth))


def offset_ms(estimate, truth):
    """Median distance of the beats that hit."""
    truth = np.asarray(truth, float)
    if len(truth) == 0 or len(estimate) == 0:
        return None
    distances = np.array([beat - truth[np.abs(truth - beat).argmin()] for beat in estimate])
    near = distances[np.abs(distances) <= NEAR_BEAT_MS]
    return float(np.median(near)) if len(near) else None
