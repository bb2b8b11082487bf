# The name of this language, in the language itself.
common-language-name = English
common-language = Language
common-skip = Skip to the page
common-close = Close
common-save = Save
common-undo = Undo
common-loading = Loading
common-retry = Try again
common-pages = Pages
common-previous = Previous
common-next = Next
# $page and $pages are numbers.
common-page-of = Page { $page } of { $pages }
common-theme = Appearance
common-theme-system = As my device
common-theme-dark = Dark
common-theme-light = Light
common-fix-these = Some things need another look

## Failures

common-error-title = That didn’t work
common-failure-sign-in = Please sign in first.
common-failure-forbidden = Your account isn’t allowed to do this.
common-failure-not-found = There is nothing here, or it isn’t public.
common-failure-too-many = That was a lot at once. Please try again in { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
}.
# $trace identifies the problem for the operator.
common-failure-internal = Something broke on our side. If it happens again, tell us this number: { $trace }
common-failure-unreachable = We can’t reach the server. Check your connection and try again.
common-sign-in-first = This is yours once you sign in
common-sign-in-first-text = Your likes, your history and where you stopped, on every device.
common-forbidden = Not for this account
common-not-found-title = Nothing playing here
common-not-found-text = The page moved, or it was never released.
common-not-found-home = Back to the start

## Navigation

nav-main = Main
nav-home = Home
nav-live = Live
nav-mixes = Mixes
nav-library = Library
nav-studio = Studio
nav-me = Me
