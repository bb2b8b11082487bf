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
