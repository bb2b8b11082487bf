## Porque é que uma alteração foi recusada.

mixes-refused-title-length = Dá ao mix um título de 1 a 120 caracteres.
mixes-refused-slug-invalid = Isto não pode fazer parte de um endereço. Usa letras, algarismos e hífenes, no máximo 80, ou deixa vazio e fazemos um a partir do título.
mixes-refused-slug-taken = Outro mix já tem este endereço. Muda-o um pouco, ou deixa vazio e procuramos um livre.
mixes-refused-description-too-long = A descrição pode ter no máximo 10 000 caracteres.
mixes-refused-too-many-genres = Escolhe no máximo cinco géneros, separados por vírgulas.
mixes-refused-too-many-moods = Escolhe no máximo cinco ambientes, separados por vírgulas.
mixes-refused-label-too-long = Cada género e cada ambiente pode ter no máximo 40 caracteres, separados por vírgulas.
mixes-refused-date = Não conhecemos este dia. Escreve-o como ano, mês e dia, por exemplo 2026-11-22, ou deixa vazio.
mixes-refused-publish-at = Não é um momento que conheçamos. Escolhe um dia e uma hora, ou deixa vazio para publicar já.
mixes-refused-visibility = Escolhe quem pode ver o mix: ninguém por agora, toda a gente ou quem tiver o endereço.
mixes-refused-not-ready = Este mix ainda não pode ser publicado. Espera que o ficheiro seja analisado e guarda de novo; até lá fica como rascunho.
mixes-refused-cover-not-image = Não conseguimos ler isto como imagem. Escolhe um JPEG, PNG, WebP ou GIF.
mixes-refused-cover-too-large = Esta imagem é demasiado grande. Escolhe uma com 20 MB, 40 megapíxeis e 12 000 píxeis por lado no máximo.
mixes-refused-cover-damaged = Esta imagem parece danificada. Abre-a e guarda-a de novo, ou escolhe outra.
mixes-refused-undo-too-late = É tarde demais para recuperar este mix; já foi eliminado. Podes enviar o ficheiro de novo.
mixes-refused-crop-outside = O quadrado sai da imagem. Move-o para dentro.
mixes-refused-crop-too-small = O quadrado é demasiado pequeno. Tem de ter pelo menos 96 píxeis de largura.
mixes-refused-crop-of-nothing = Já não há imagem para recortar. Escolhe uma.

## Porque é que um ficheiro não foi aceite.

mixes-upload-not-audio = Isto não é um ficheiro de áudio, diga o nome o que disser. Escolhe um MP3, M4A, FLAC, WAV, AIFF, Ogg ou Opus.
mixes-upload-unsupported = Não conseguimos tocar este tipo de áudio. Guarda-o como MP3, M4A, FLAC, WAV, AIFF, Ogg ou Opus e envia esse ficheiro.
mixes-upload-empty = Não há som neste ficheiro. Exporta o mix de novo e envia o ficheiro novo.
mixes-upload-too-large = Este ficheiro é demasiado grande. O limite é { $limit }: envia uma versão mais pequena ou mais comprimida.
mixes-upload-quota = Não há espaço para este ficheiro: restam { $left }. Elimina um mix de que já não precises ou envia um ficheiro mais pequeno.
mixes-upload-truncated = Este ficheiro é cortado antes do fim. Provavelmente não foi copiado ou exportado por inteiro: exporta-o de novo e envia o ficheiro novo.
mixes-upload-damaged = Demasiado deste ficheiro não se consegue ler. Exporta o mix de novo e envia o ficheiro novo.
mixes-upload-too-long = Esta gravação tem mais de 24 horas. Divide-a em partes.
mixes-upload-header = Este ficheiro diz ser muito mais longo do que pode ser, por isso algo está mal. Exporta o mix de novo e envia o ficheiro novo.
mixes-upload-checksum = Uma parte do ficheiro mudou pelo caminho. Nada se perdeu: envia-a de novo.
mixes-upload-expired = Este envio esteve parado mais de uma semana e foi retirado. Começa de novo.
mixes-upload-too-many = Já tens oito envios em curso. Espera que um termine ou cancela outro.
mixes-upload-analysis-failed = Algo falhou do nosso lado ao analisar este ficheiro; pode estar bom. Elimina este rascunho e envia o ficheiro de novo.

## Páginas

mixes-title = Mixes
mixes-mix = Mix
mixes-draft = Rascunho
mixes-everything = Tudo
mixes-genres = Géneros
mixes-mood = Ambiente
mixes-any-mood = Qualquer ambiente
mixes-length = Duração
mixes-any-length = Qualquer duração
mixes-length-short = Menos de 30 minutos
mixes-length-medium = De 30 a 75 minutos
mixes-length-long = Mais de 75 minutos
mixes-sort = Ordenar por
mixes-sort-newest = Mais recentes
mixes-sort-most-played = Mais ouvidos
mixes-sort-most-liked = Com mais gostos
mixes-sort-longest = Mais longos
mixes-sort-title = Título
mixes-search = Procurar mixes
mixes-filter = Mostrar
mixes-results = Resultados
mixes-clear = Mostrar tudo
mixes-empty-title = Não há nada assim
mixes-empty-text = Tenta com menos palavras ou com outro género.
mixes-count = { $count ->
    [one] { $shown } mix
   *[other] { $shown } mixes
}
mixes-plays = { $count ->
    [one] { $shown } reprodução
   *[other] { $shown } reproduções
}
mixes-play = Tocar { $title }
mixes-play-from = Tocar a partir daqui
mixes-wave = Forma de onda
mixes-more = Mais como este
mixes-share = Partilhar
mixes-copied = O endereço foi copiado.

## The tracks of a mix

mixes-tracklist = Lista de faixas
mixes-tracks = { $count ->
    [one] Uma faixa
   *[other] { $count } faixas
}
mixes-track-id = ID
mixes-share-moment = Partilhar o momento em que começa { $title }

## The card of a moment

mixes-moment-share = Partilhar este momento
# $title and $dj name the mix; $time is a place in it, such as 1:02:03.
mixes-moment-alt = Cartão: { $title } de { $dj }, aos { $time }
# The same; $track is what sounds there.
mixes-moment-alt-track = Cartão: { $title } de { $dj }, aos { $time }: { $track }
mixes-moment-shape = Formato
mixes-moment-wide = Largo
mixes-moment-tall = História
mixes-moment-copy = Copiar ligação
mixes-moment-not-copied = O navegador não deixa copiar. O endereço está na imagem.
mixes-moment-download = Transferir
mixes-moment-failed = Este navegador não consegue desenhar a imagem. A ligação funciona na mesma.

## Finding by sound

mixes-by-sound = Pelo som
mixes-bpm-from = BPM de
mixes-bpm-to = BPM até
mixes-key = Tonalidade
mixes-any-key = Qualquer tonalidade
mixes-harmonic = E tonalidades que combinam
mixes-energy = Energia
mixes-any-energy = Qualquer energia
mixes-energy-calm = Calma
mixes-energy-moving = Em movimento
mixes-energy-driving = Ao rubro
mixes-year = Ano
mixes-any-year = Qualquer ano
mixes-sort-slowest = Mais lentos
mixes-sort-fastest = Mais rápidos
mixes-sort-most-energy = Mais energia
mixes-next-in-key = A seguir, em harmonia
mixes-all-in-key = Todos os que combinam
mixes-refused-series-too-long = O nome da série pode ter no máximo 80 caracteres.
mixes-refused-episode = Escreva o episódio como número inteiro de 1 a 99 999 ou deixe vazio.
mixes-refused-too-many-guests = Indique no máximo dez convidados, de 40 caracteres cada, separados por vírgulas.
# $line is the number of the line in the field.
mixes-refused-credits = Não entendemos a linha { $line } dos créditos. Escreva uma função, dois-pontos e um nome: no máximo vinte linhas de 120 caracteres.
mixes-refused-location-too-long = O lugar pode ter no máximo 120 caracteres.
mixes-refused-too-many-links = Este mix já tem dez links privados. Encerre um deles primeiro.
mixes-refused-nothing-chosen = Marque pelo menos um mix.
mixes-explicit = Explícito
mixes-series = Série
mixes-any-series = Qualquer série
mixes-guest = Convidado
mixes-guests = Convidados
mixes-any-guest = Qualquer convidado
mixes-recorded-at = Gravado em
mixes-episode = Episódio { $number }
# The mix that stands before this one in its series.
mixes-episode-before = Antes: { $title }
mixes-episode-after = Depois: { $title }
# $when is a date and a time.
mixes-shared-until = Você ouve este mix por um link privado, que funciona até { $when }.
mixes-refused-no-such-recording = Este rascunho já não pode ser usado. Escolha um que esteja analisado e nunca tenha saído.
mixes-download = Descarregar { $format }, { $size }
