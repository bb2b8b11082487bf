home-newest = O mix mais recente
home-playing = A tocar agora
home-latest = Mixes recentes
home-most-played = Os mais ouvidos
home-all = { $count ->
    [one] { $shown } mix
   *[other] Todos os { $shown }
}
home-empty-title = Estamos a montar os pratos
home-empty-text = O primeiro mix aparecerá aqui. Volta em breve.
home-unfinished = Continua a ouvir
