## Why a change to a mix was declined.

mixes-refused-title-length = Please give the mix a title of 1 to 120 characters.
mixes-refused-slug-invalid = This can’t stand in an address. Use letters, digits and hyphens, at most 80, or leave it empty and we make one from the title.
mixes-refused-slug-taken = Another mix has this address already. Change it a little, or leave it empty and we find a free one.
mixes-refused-description-too-long = Please keep the description to 10,000 characters.
mixes-refused-too-many-genres = Please choose at most five genres, with commas between them.
mixes-refused-too-many-moods = Please choose at most five moods, with commas between them.
mixes-refused-label-too-long = Please keep each genre and each mood to 40 characters, with commas between them.
mixes-refused-date = This isn’t a day we know. Please write it as year, month and day, such as 2026-11-22, or leave it empty.
mixes-refused-publish-at = This isn’t a moment we know. Please choose a day and a time, or leave it empty to publish at once.
mixes-refused-visibility = Please choose who can see the mix: nobody yet, everybody, or people with the address.
mixes-refused-not-ready = This mix can’t be published yet. Wait until its file is analysed, then save again; until then it stays a draft.
mixes-refused-cover-not-image = This isn’t a picture we can read. Please choose a JPEG, PNG, WebP or GIF.
mixes-refused-cover-too-large = This picture is too large. Please choose one of at most 20 MB, 40 megapixels and 12,000 pixels a side.
mixes-refused-cover-damaged = This picture seems to be damaged. Open it and save it again, or choose another one.
mixes-refused-undo-too-late = It’s too late to bring this mix back; it has been deleted. You can upload the file again.
mixes-refused-crop-outside = The square leaves the picture. Please move it inside.
mixes-refused-crop-too-small = The square is too small. It has to be at least 96 pixels wide.
mixes-refused-crop-of-nothing = There is no picture to crop any more. Please choose one.

## Why a file was not taken in.

mixes-upload-not-audio = This isn’t an audio file, whatever its name says. Please choose an MP3, M4A, FLAC, WAV, AIFF, Ogg or Opus file.
mixes-upload-unsupported = We can’t play this kind of audio. Please save it as MP3, M4A, FLAC, WAV, AIFF, Ogg or Opus and upload that.
mixes-upload-empty = There is no sound in this file. Export the mix again and upload the new file.
# $limit is a size with its unit, such as “2 GB”.
mixes-upload-too-large = This file is too large. The limit is { $limit }: please upload a smaller or more strongly compressed version.
# $left is a size with its unit, such as “310 MB”.
mixes-upload-quota = There isn’t enough space left for this file: { $left } is free. Delete a mix you no longer need, or upload a smaller file.
mixes-upload-truncated = This file breaks off before its end. It was probably not copied or exported completely: please export it again and upload the new file.
mixes-upload-damaged = Too much of this file can’t be read. Please export the mix again and upload the new file.
mixes-upload-too-long = This recording is longer than 24 hours. Please split it into parts.
mixes-upload-header = This file claims to be far longer than it can be, so something is wrong with it. Please export the mix again and upload the new file.
mixes-upload-checksum = A piece of the file changed on its way to us. Nothing is lost: please send it again.
mixes-upload-expired = This upload lay still for more than a week and was cleared away. Please start again.
mixes-upload-too-many = Eight of your uploads are running already. Please wait until one is done, or cancel one.
mixes-upload-analysis-failed = Something went wrong on our side while we analysed this file; your file may be fine. Please delete this draft and upload the file again.

## Pages

mixes-title = Mixes
mixes-mix = Mix
mixes-draft = Draft
mixes-everything = Everything
mixes-genres = Genres
mixes-mood = Mood
mixes-any-mood = Any mood
mixes-length = Length
mixes-any-length = Any length
mixes-length-short = Under 30 minutes
mixes-length-medium = 30 to 75 minutes
mixes-length-long = Over 75 minutes
mixes-sort = Sort by
mixes-sort-newest = Newest
mixes-sort-most-played = Most played
mixes-sort-most-liked = Most liked
mixes-sort-longest = Longest
mixes-sort-title = Title
mixes-search = Search mixes
mixes-filter = Show
mixes-results = Results
mixes-clear = Show everything
mixes-empty-title = Nothing matches
mixes-empty-text = Try fewer words, or another genre.
# $count is the number of mixes, $shown the same number as text.
mixes-count = { $count ->
    [one] One mix
   *[other] { $shown } mixes
}
# $count is the number of plays, $shown the same number as text.
mixes-plays = { $count ->
    [one] One play
   *[other] { $shown } plays
}
# $title is the title of a mix.
mixes-play = Play { $title }
mixes-play-from = Play from here
mixes-wave = Waveform
mixes-more = More like this
mixes-share = Share
mixes-copied = The address is copied.

## The tracks of a mix

mixes-tracklist = Tracklist
# $count is the number of tracks.
mixes-tracks = { $count ->
    [one] One track
   *[other] { $count } tracks
}
mixes-track-id = ID
# $title names a track.
mixes-share-moment = Share the moment { $title } starts

## The card of a moment

mixes-moment-share = Share this moment
# $title and $dj name the mix; $time is a place in it, such as 1:02:03.
mixes-moment-alt = Card: { $title } by { $dj }, at { $time }
# The same; $track is what sounds there.
mixes-moment-alt-track = Card: { $title } by { $dj }, at { $time }: { $track }
mixes-moment-shape = Shape
mixes-moment-wide = Wide
mixes-moment-tall = Story
mixes-moment-copy = Copy link
mixes-moment-not-copied = The browser doesn’t allow copying. The address is in the picture.
mixes-moment-download = Download
mixes-moment-failed = This browser can’t draw the picture. The link works all the same.

## Finding by sound

mixes-by-sound = By sound
mixes-bpm-from = BPM from
mixes-bpm-to = BPM to
mixes-key = Key
mixes-any-key = Any key
mixes-harmonic = And keys that go with it
mixes-energy = Energy
mixes-any-energy = Any energy
mixes-energy-calm = Calm
mixes-energy-moving = Moving
mixes-energy-driving = Driving
mixes-year = Year
mixes-any-year = Any year
mixes-sort-slowest = Slowest
mixes-sort-fastest = Fastest
mixes-sort-most-energy = Most energy
mixes-next-in-key = Next in key
mixes-all-in-key = All that go with it
mixes-refused-series-too-long = Please keep the name of the series to 80 characters.
mixes-refused-episode = Please write the episode as a whole number from 1 to 99,999, or leave it empty.
mixes-refused-too-many-guests = Please name at most ten guests of 40 characters each, with commas between them.
# $line is the number of the line in the field.
mixes-refused-credits = Line { $line } of the credits isn’t one we can read. Please write a role, a colon and a name, at most twenty lines of 120 characters.
mixes-refused-location-too-long = Please keep the place to 120 characters.
mixes-refused-too-many-links = This mix has ten private links already. Please end one of them first.
mixes-refused-nothing-chosen = Please tick at least one mix.
mixes-explicit = Explicit
mixes-series = Series
mixes-any-series = Any series
mixes-guest = Guest
mixes-guests = Guests
mixes-any-guest = Any guest
mixes-recorded-at = Recorded at
mixes-episode = Episode { $number }
# The mix that stands before this one in its series.
mixes-episode-before = Before: { $title }
mixes-episode-after = Next: { $title }
# $when is a date and a time.
mixes-shared-until = You hear this mix by a private link, which works until { $when }.
mixes-refused-no-such-recording = This draft can’t be used any more. Please choose one that is analysed and was never out.
# $format is a kind of file such as FLAC, $size its size such as 310 MB.
mixes-download = Download { $format }, { $size }
