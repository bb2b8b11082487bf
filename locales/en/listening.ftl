listening-like = Like
listening-like-sign-in = Sign in to like this mix
listening-likes = Liked
listening-no-likes = No likes yet
listening-no-likes-text = Press the heart on a mix and it waits for you here.
listening-history = Heard
listening-no-history = What you hear while signed in is listed here.
listening-forget = Forget my history
