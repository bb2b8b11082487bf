studio-plays = Plays
studio-likes = Likes
studio-published = Published
studio-storage = Storage
# $used and $quota are sizes such as 1.2 GB.
studio-storage-of = { $used } of { $quota }
studio-empty-title = No mixes yet
studio-empty-text = Drop a file above. It is analysed at once and stays a draft until you publish it.
studio-new-mix = New mix
studio-drop = Drop mixes here, or choose files
# $limit is a size such as 2 GB.
studio-drop-formats = MP3, AAC, FLAC, WAV, AIFF, Ogg or Opus, up to { $limit } each
studio-upload-scripts = Uploading needs JavaScript.
# $sent and $size are whole megabytes.
studio-upload-going = { $sent } of { $size } MB
studio-upload-paused = Paused
studio-upload-waiting = Waiting for the network. It goes on by itself.
studio-upload-done = Arrived
# $name is a file name.
studio-upload-progress = Upload of { $name }
studio-upload-dismiss = Give up this upload
studio-pause = Pause
studio-resume = Go on
# $percent is how much arrived, $name the file name.
studio-interrupted = { $percent } % arrived. Choose { $name } again to go on.
studio-waiting = Waiting to be analysed
# $percent is a number.
studio-analysing = Analysing, { $percent } %
studio-analysis = Analysis
studio-edit = Edit
# $title is the title of a mix.
studio-delete = Delete { $title }
studio-deleted-title = “{ $title }” is deleted.
studio-deleted = The mix is deleted.
studio-visibility-draft = Draft
studio-visibility-public = Public
studio-visibility-unlisted = Unlisted
studio-saved = Saved.
studio-see-page = See its page
studio-listen = Listen
studio-title = Title
studio-slug = Address
studio-slug-hint = The last part of the page’s address. Left empty, it is made from the title.
studio-description = Description
studio-description-hint = Markdown works: *emphasis*, links, lists.
studio-moods = Moods
studio-labels-hint = Up to five, separated by commas.
studio-date = Date
# $when is a date with time.
studio-changed = Changed { $when }
studio-save-draft = Save as draft
studio-save-unlisted = Save unlisted
studio-publish = Publish
studio-cover = Cover
studio-cover-choose = Choose a picture
studio-cover-send = Replace cover
studio-crop-frame = The square that is shown
studio-crop-hint = Drag the square, or move it with the arrow keys; plus and minus zoom.
studio-crop-zoom = Zoom
studio-crop-x = Left to right
studio-crop-y = Top to bottom
studio-crop-again = Crop again
studio-crop-send = Save this square
studio-people = People
studio-people-search = Name or mail address
# $name is a person's name.
studio-role-of = Role of { $name }
studio-role-saved = The role is saved.
studio-brand = Brand
studio-brand-name = Name
studio-brand-tagline = Tagline
studio-brand-hue = Hue
studio-brand-hue-hint = 0 to 360: 27 is red, 104 yellow, 155 green, 255 blue.
studio-brand-chroma = Accent strength
studio-brand-chroma-hint = 0 is grey, 0.25 as loud as it gets.
studio-brand-links = Links
studio-brand-links-hint = One a line: a name, a space, an https address.
studio-brand-zone = Time zone
studio-brand-zone-hint = Such as Europe/London. Dates and times are shown in it.
studio-brand-language = Language of the brand
studio-logo = Logo
studio-logo-hint = Stands in place of the name, whole, its transparency kept. JPEG, PNG, WebP or GIF, 20 MB at most.
studio-logo-send = Use as logo
studio-logo-remove = Remove the logo
studio-publish-at = Publish at
# $zone is the name of a time zone, such as Europe/London.
studio-publish-at-hint = In the time of { $zone }. Left empty, it is published at once.
# $when is a date with time.
studio-scheduled = Scheduled for { $when }
studio-checks = Before it goes out
studio-check-analysed = Its sound is analysed
studio-check-described = It has a description
studio-check-genres = It has genres
studio-check-tracks = It has a tracklist
studio-check-there = there
studio-check-missing = missing
studio-csv = As a table (CSV)

## The tracklist of a mix

studio-tracklist = Tracklist
# $title is the title of a mix.
studio-tracklist-of = Tracklist of { $title }
studio-tracks = Tracks
# $count is the number of tracks.
studio-tracks-count = { $count ->
    [one] One track
   *[other] { $count } tracks
}
studio-tracks-empty = No tracks yet
studio-tracks-empty-text = Paste a list below, or listen and press “A track starts here”.
studio-tracks-unsaved = Not saved yet
studio-tracks-saved = The tracklist is saved.
# $count is the number of tracks.
studio-tracks-read = { $count ->
    [one] One track was read. It counts once you save.
   *[other] { $count } tracks were read. They count once you save.
}
studio-tracks-as-text = As text
studio-tracks-paste = Paste a tracklist
studio-tracks-paste-hint = One track a line, with or without times, or a CUE sheet. Exports of Rekordbox, Serato, Traktor and 1001Tracklists work too.
studio-tracks-paste-example = 00:00 Artist - Title [Label]
studio-tracks-read-button = Read this list
studio-tracks-file = Choose a CUE sheet or a text file
studio-tap = A track starts here
studio-tap-listen-first = Play the mix first
studio-snap = Snap to the beat
studio-track-add = Add a track
# $title names a track, here and below.
studio-track-time = Start of { $title }
studio-track-time-invalid = This is no time within the mix. Write it like 1:02:03 or 62:03.5.
studio-track-artist = Artist
studio-track-title = Title
studio-track-label = Label
studio-track-id = ID
studio-track-together = With the one before
studio-track-play = Play from { $title }
studio-track-no-time = It has no time yet
studio-track-remove = Remove { $title }
studio-track-removed = “{ $title }” is removed.
studio-track-unknown = Unknown track
studio-track-move = Start of { $title }
studio-track-keys = The arrow keys move the start by a tenth of a second.
studio-track-keys-beats = The arrow keys move the start by a tenth of a second, with Shift by a beat.
studio-doubts = Please look at these lines:
# $line is the number of a line, $what says what is odd about it.
studio-doubt = Line { $line }: { $what }
studio-doubt-no-separator = artist and title are not told apart, so all of it is the title.
studio-doubt-time-goes-back = this track starts before the one above it.
studio-doubt-bad-time = this time is none, so the track has no time.
studio-doubt-time-without-track = there is a time, but no track.
studio-doubt-name-too-long = a name was cut to 191 characters.
studio-doubt-line-too-long = the line was too long and was cut.
studio-doubt-text-too-long = the text was too long; it was read up to here.
studio-doubt-too-many-tracks = there are 500 tracks already; the rest was left out.
studio-doubt-another-file = another file begins here, and its times start at 0 again.
studio-doubt-no-index = this track has no INDEX 01, so it has no time.
studio-doubt-no-title = this track has no title, so it is an ID.
studio-doubt-bad-number = this number is none.
# $limit is the largest number of tracks.
studio-refused-too-many-tracks = A tracklist has at most { $limit } tracks. Please leave some out.
# $limit is the largest number of characters.
studio-refused-text-too-long = This text is too long. Please paste at most { $limit } characters.
# $row is the number of a track, here and below.
studio-refused-past-the-end = Track { $row } starts after the end of the mix. Please check its time.
studio-refused-name-too-long = A name in track { $row } is longer than 191 characters. Please shorten it.
studio-refused-nameless = Track { $row } has neither artist nor title. Name it, mark it as ID, or remove it.
studio-release = Series, guests, credits
studio-series = Series
studio-series-hint = The name of what this is an episode of.
studio-episode = Episode
studio-guests-hint = Up to ten, separated by commas.
studio-credits = Credits
studio-credits-hint = One a line: a role, a colon, a name.
studio-location = Recorded at
studio-explicit = Explicit words
studio-explicit-hint = The mix is marked with an E.
studio-versions = Earlier descriptions
# $when is a date and a time.
studio-version-until = Until { $when }
studio-version-restore = Take it back
studio-share = Private links
studio-share-text = Whoever has such a link hears this mix before it is out.
studio-share-life = Works for
studio-share-day = A day
studio-share-week = A week
studio-share-month = A month
studio-share-make = Make a link
# $when is a date and a time.
studio-share-until = Until { $when }
studio-share-copy = Copy
studio-share-end = End it
studio-bulk = Change several
studio-bulk-text = Tick mixes in the list below, then choose what happens to them.
studio-bulk-change = Change
studio-bulk-public = Publish
studio-bulk-unlisted = Make unlisted
studio-bulk-draft = Make a draft
studio-bulk-genre = Add a genre
studio-bulk-series = Put into a series
studio-bulk-delete = Delete
studio-bulk-name = Name of the genre or series
studio-bulk-apply = Apply
studio-bulk-done = { $count ->
    [0] Nothing was changed.
    [one] One mix is changed.
   *[other] { $count } mixes are changed.
}
studio-bulk-saved = The mixes are changed.
studio-bulk-left = These were left as they are:
studio-tick = Choose { $title }
studio-replace = Replace the recording
studio-replace-text = Upload the new file in the Studio. Once it is analysed, choose its draft here: this mix takes its sound and keeps its address, likes and tracks; the draft goes.
studio-replace-from = Recording of
studio-replace-button = Replace
studio-replaced = The mix has its new recording.
studio-duplicates = Duplicates
studio-duplicates-text = Pairs that sound like one recording, whatever their files are. Keep the one you like better.
studio-duplicates-none = Nothing is here twice
studio-duplicates-none-text = Mixes that sound like one recording will stand here side by side.
studio-downloads = Let listeners download it
studio-downloads-hint = The file as you uploaded it, and as MP3 where it is another kind.

## Folders and feeds

studio-imports = Imports
studio-imports-empty = Nothing was imported yet
studio-imports-empty-text = Folders and podcast feeds come in on the server: run “hectic import”, or let it watch a folder.
studio-imports-hint = Mixes that come in are drafts unless publishing was asked for.
# $source is a folder or the address of a feed.
studio-import-progress = Import of { $source }
studio-import-state-running = Running
studio-import-state-ended = Ended
studio-import-state-broken = Interrupted
# $seen and $total are whole numbers, written out.
studio-import-of = { $seen } of { $total }
# $count is a number, here and below.
studio-import-done = { $count } brought in
studio-import-waiting = { $count ->
    [one] one is being analysed
   *[other] { $count } are being analysed
}
studio-import-skipped = { $count } skipped
studio-import-failed = { $count } failed
studio-import-already = It came in before.
studio-import-changed-since = It came in before and was changed since. Its mix stays as it is.
studio-import-same = The same recording came in from elsewhere.
# $cause is what the system says, in English.
studio-import-unreadable = It can’t be read: { $cause }
studio-import-changing = It was being written to. Try again once it is whole.
studio-import-too-deep = It lies in too many folders within folders.
studio-import-no-file = This item has no file.
studio-import-address = Its address is none that can be fetched.
studio-import-private = Its address is in a private network. Give --allow-private if that is right.
studio-import-unreachable = Its address doesn’t answer: { $cause }
# $status is a number such as 404.
studio-import-status = Its address answers with status { $status }.
studio-import-broke = Something went wrong on our side. The server’s log says more.
studio-shared = The link is made.
studio-unshared = The link is ended.
