home-newest = El mix más nuevo
home-playing = Sonando ahora
home-latest = Mixes recientes
home-most-played = Los más escuchados
home-all = { $count ->
    [one] Un mix
   *[other] Los { $shown }
}
home-empty-title = Estamos montando los platos
home-empty-text = El primer mix aparecerá aquí. Vuelve pronto.
home-unfinished = Sigue escuchando
