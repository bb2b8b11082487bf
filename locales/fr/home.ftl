home-newest = Le dernier mix
home-playing = En cours de lecture
home-latest = Nouveaux mixes
home-most-played = Les plus écoutés
home-all = { $count ->
    [one] { $shown } mix
   *[other] Les { $shown }
}
home-empty-title = On installe les platines
home-empty-text = Le premier mix apparaîtra ici. Reviens bientôt.
home-unfinished = Continue d’écouter
