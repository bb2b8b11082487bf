radio-now-playing = Now playing
# $time is a time of day, or a date with it.
radio-since = since { $time }
radio-history = What was on
