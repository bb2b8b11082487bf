home-newest = Newest mix
home-playing = Playing now
home-latest = Fresh mixes
home-most-played = Most played
# $count is the number of mixes, $shown the same number as text.
home-all = { $count ->
    [one] One mix
   *[other] All { $shown }
}
home-empty-title = The decks are being set up
home-empty-text = The first mix will appear here. Come back soon.
home-unfinished = Go on listening
