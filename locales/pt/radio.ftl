radio-now-playing = A tocar agora
# $time is a time of day, or a date with it.
radio-since = desde { $time }
radio-history = O que tocou
