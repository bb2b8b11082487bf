radio-now-playing = À l’antenne
# $time is a time of day, or a date with it.
radio-since = depuis { $time }
radio-history = Ce qui est passé
