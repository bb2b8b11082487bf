radio-now-playing = Sonando ahora
# $time is a time of day, or a date with it.
radio-since = desde { $time }
radio-history = Lo que ha sonado
