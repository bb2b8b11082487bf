studio-plays = Reproduções
studio-likes = Favoritos
studio-published = Publicados
studio-storage = Armazenamento
studio-storage-of = { $used } de { $quota }
studio-empty-title = Ainda não há mixes
studio-empty-text = Larga um ficheiro acima. É analisado de imediato e fica como rascunho até o publicares.
studio-new-mix = Novo mix
studio-drop = Larga mixes aqui ou escolhe ficheiros
studio-drop-formats = MP3, AAC, FLAC, WAV, AIFF, Ogg ou Opus, até { $limit } cada um
studio-upload-scripts = O envio de ficheiros precisa de JavaScript.
studio-upload-going = { $sent } de { $size } MB
studio-upload-paused = Em pausa
studio-upload-waiting = À espera da rede. Continua sozinho.
studio-upload-done = Chegou
studio-upload-progress = Envio de { $name }
studio-upload-dismiss = Desistir deste envio
studio-pause = Pausa
studio-resume = Continuar
studio-interrupted = Chegaram { $percent } %. Escolhe { $name } outra vez para continuar.
studio-waiting = À espera da análise
studio-analysing = A analisar, { $percent } %
studio-analysis = Análise
studio-edit = Editar
studio-delete = Eliminar { $title }
studio-deleted-title = «{ $title }» foi eliminado.
studio-deleted = O mix foi eliminado.
studio-visibility-draft = Rascunho
studio-visibility-public = Público
studio-visibility-unlisted = Não listado
studio-saved = Guardado.
studio-see-page = Ver a página
studio-listen = Ouvir
studio-title = Título
studio-slug = Endereço
studio-slug-hint = A última parte do endereço da página. Se ficar vazia, é feita a partir do título.
studio-description = Descrição
studio-description-hint = Podes usar Markdown: *ênfase*, ligações, listas.
studio-moods = Ambientes
studio-labels-hint = Até cinco, separados por vírgulas.
studio-date = Data
studio-changed = Alterado: { $when }
studio-save-draft = Guardar como rascunho
studio-save-unlisted = Guardar sem listar
studio-publish = Publicar
studio-cover = Capa
studio-cover-choose = Escolhe uma imagem
studio-cover-send = Mudar a capa
studio-crop-frame = O quadrado que se vê
studio-crop-hint = Arrasta o quadrado ou move-o com as setas; mais e menos aproximam e afastam.
studio-crop-zoom = Zoom
studio-crop-x = Da esquerda para a direita
studio-crop-y = De cima para baixo
studio-crop-again = Recortar de novo
studio-crop-send = Guardar recorte
studio-people = Pessoas
studio-people-search = Nome ou endereço de e-mail
studio-role-of = Papel de { $name }
studio-role-saved = O papel foi guardado.
studio-brand = Marca
studio-brand-name = Nome
studio-brand-tagline = Lema
studio-brand-hue = Tom
studio-brand-hue-hint = De 0 a 360: 27 é vermelho, 104 amarelo, 155 verde, 255 azul.
studio-brand-chroma = Força da cor
studio-brand-chroma-hint = 0 é cinzento, 0.25 o mais vivo.
studio-brand-links = Ligações
studio-brand-links-hint = Uma por linha: um nome, um espaço, um endereço https.
studio-brand-zone = Fuso horário
studio-brand-zone-hint = Por exemplo Europe/London. As datas e horas aparecem nele.
studio-brand-language = Língua da marca
studio-logo = Logótipo
studio-logo-hint = Fica no lugar do nome, inteiro e com a sua transparência. JPEG, PNG, WebP ou GIF, com 20 MB no máximo.
studio-logo-send = Usar como logótipo
studio-logo-remove = Remover o logótipo
studio-publish-at = Publicar em
studio-publish-at-hint = Na hora de { $zone }. Se ficar vazio, é publicado já.
studio-scheduled = Agendado: { $when }
studio-checks = Antes de sair
studio-check-analysed = O som está analisado
studio-check-described = Tem descrição
studio-check-genres = Tem géneros
studio-check-tracks = Tem lista de faixas
studio-check-there = está
studio-check-missing = falta
studio-csv = Como tabela (CSV)

## The tracklist of a mix

studio-tracklist = Lista de faixas
studio-tracklist-of = Lista de faixas de { $title }
studio-tracks = Faixas
studio-tracks-count = { $count ->
    [one] Uma faixa
   *[other] { $count } faixas
}
studio-tracks-empty = Ainda não há faixas
studio-tracks-empty-text = Cola uma lista abaixo, ou ouve e carrega em «Começa aqui uma faixa».
studio-tracks-unsaved = Por guardar
studio-tracks-saved = A lista de faixas está guardada.
studio-tracks-read = { $count ->
    [one] Foi lida uma faixa. Conta quando guardares.
   *[other] Foram lidas { $count } faixas. Contam quando guardares.
}
studio-tracks-as-text = Como texto
studio-tracks-paste = Cola uma lista de faixas
studio-tracks-paste-hint = Uma faixa por linha, com ou sem tempos, ou uma folha CUE. As exportações do Rekordbox, Serato, Traktor e 1001Tracklists também servem.
studio-tracks-paste-example = 00:00 Artista - Título [Editora]
studio-tracks-read-button = Ler esta lista
studio-tracks-file = Escolher uma folha CUE ou um ficheiro de texto
studio-tap = Começa aqui uma faixa
studio-tap-listen-first = Primeiro põe o mix a tocar
studio-snap = Ajustar à batida
studio-track-add = Juntar uma faixa
studio-track-time = Início de { $title }
studio-track-time-invalid = Isto não é um momento do mix. Escreve-o como 1:02:03 ou 62:03.5.
studio-track-artist = Artista
studio-track-title = Título
studio-track-label = Editora
studio-track-id = ID
studio-track-together = Com a anterior
studio-track-play = Tocar a partir de { $title }
studio-track-no-time = Ainda não tem tempo
studio-track-remove = Tirar { $title }
studio-track-removed = «{ $title }» foi tirada.
studio-track-unknown = Faixa desconhecida
studio-track-move = Início de { $title }
studio-track-keys = As setas movem o início um décimo de segundo.
studio-track-keys-beats = As setas movem o início um décimo de segundo; com Shift, uma batida.
studio-doubts = Vê estas linhas, por favor:
studio-doubt = Linha { $line }: { $what }
studio-doubt-no-separator = o artista e o título não se distinguem, por isso fica tudo como título.
studio-doubt-time-goes-back = esta faixa começa antes da que está acima.
studio-doubt-bad-time = este tempo não existe, por isso a faixa fica sem tempo.
studio-doubt-time-without-track = há um tempo, mas nenhuma faixa.
studio-doubt-name-too-long = um nome foi cortado aos 191 caracteres.
studio-doubt-line-too-long = a linha era longa demais e foi cortada.
studio-doubt-text-too-long = o texto era longo demais; foi lido até aqui.
studio-doubt-too-many-tracks = já há 500 faixas; o resto ficou de fora.
studio-doubt-another-file = começa aqui outro ficheiro, e os tempos voltam a 0.
studio-doubt-no-index = esta faixa não tem INDEX 01, por isso não tem tempo.
studio-doubt-no-title = esta faixa não tem título, por isso é um ID.
studio-doubt-bad-number = este número não é válido.
studio-refused-too-many-tracks = Uma lista tem no máximo { $limit } faixas. Tira algumas, por favor.
studio-refused-text-too-long = Este texto é longo demais. Cola no máximo { $limit } caracteres.
studio-refused-past-the-end = A faixa { $row } começa depois do fim do mix. Confirma o tempo dela.
studio-refused-name-too-long = Um nome da faixa { $row } tem mais de 191 caracteres. Encurta-o, por favor.
studio-refused-nameless = A faixa { $row } não tem artista nem título. Dá-lhe um nome, marca-a como ID ou tira-a.
studio-release = Série, convidados, créditos
studio-series = Série
studio-series-hint = O nome daquilo de que é um episódio.
studio-episode = Episódio
studio-guests-hint = Até dez, separados por vírgulas.
studio-credits = Créditos
studio-credits-hint = Um por linha: uma função, dois-pontos, um nome.
studio-location = Gravado em
studio-explicit = Palavras explícitas
studio-explicit-hint = O mix é marcado com um E.
studio-versions = Descrições anteriores
# $when is a date and a time.
studio-version-until = Até { $when }
studio-version-restore = Recuperar
studio-share = Links privados
studio-share-text = Quem tem um link destes ouve este mix antes de ele sair.
studio-share-life = Funciona por
studio-share-day = Um dia
studio-share-week = Uma semana
studio-share-month = Um mês
studio-share-make = Criar um link
# $when is a date and a time.
studio-share-until = Até { $when }
studio-share-copy = Copiar
studio-share-end = Encerrar
studio-bulk = Alterar vários
studio-bulk-text = Marque mixes na lista abaixo e escolha o que acontece com eles.
studio-bulk-change = Alteração
studio-bulk-public = Publicar
studio-bulk-unlisted = Tornar não listados
studio-bulk-draft = Tornar rascunhos
studio-bulk-genre = Juntar um gênero
studio-bulk-series = Pôr numa série
studio-bulk-delete = Excluir
studio-bulk-name = Nome do gênero ou da série
studio-bulk-apply = Aplicar
studio-bulk-done = { $count ->
    [0] Nada foi alterado.
    [one] Um mix foi alterado.
   *[other] { $count } mixes foram alterados.
}
studio-bulk-saved = Os mixes foram alterados.
studio-bulk-left = Estes ficaram como estão:
studio-tick = Escolher { $title }
studio-replace = Trocar a gravação
studio-replace-text = Envie o novo arquivo no Estúdio. Quando estiver analisado, escolha aqui o rascunho: este mix fica com o som dele e mantém o endereço, as curtidas e as faixas; o rascunho some.
studio-replace-from = Gravação de
studio-replace-button = Trocar
studio-replaced = O mix tem a nova gravação.
studio-duplicates = Duplicados
studio-duplicates-text = Pares que soam como uma mesma gravação, seja qual for o arquivo. Fique com o que preferir.
studio-duplicates-none = Nada está repetido
studio-duplicates-none-text = Mixes que soam como uma mesma gravação aparecem aqui lado a lado.
studio-downloads = Deixar que o descarreguem
studio-downloads-hint = O ficheiro tal como o enviaste, e em MP3 se for de outro tipo.

## Pastas e feeds

studio-imports = Importações
studio-imports-empty = Ainda nada foi importado
studio-imports-empty-text = As pastas e os podcasts entram pelo servidor: executa «hectic import» ou deixa-o vigiar uma pasta.
studio-imports-hint = Os mixes que entram são rascunhos, a não ser que se tenha pedido para os publicar.
studio-import-progress = Importação de { $source }
studio-import-state-running = Em curso
studio-import-state-ended = Terminada
studio-import-state-broken = Interrompida
studio-import-of = { $seen } de { $total }
studio-import-done = { $count ->
    [one] um importado
   *[other] { $count } importados
}
studio-import-waiting = { $count ->
    [one] um em análise
   *[other] { $count } em análise
}
studio-import-skipped = { $count ->
    [one] um ignorado
   *[other] { $count } ignorados
}
studio-import-failed = { $count ->
    [one] um falhou
   *[other] { $count } falharam
}
studio-import-already = Já tinha entrado.
studio-import-changed-since = Já tinha entrado e mudou desde então. O mix fica como está.
studio-import-same = A mesma gravação já entrou de outro lugar.
studio-import-unreadable = Não pode ser lido: { $cause }
studio-import-changing = Alguém estava a escrever nele. Tenta de novo quando estiver completo.
studio-import-too-deep = Está dentro de demasiadas pastas.
studio-import-no-file = Este episódio não tem ficheiro.
studio-import-address = O endereço não pode ser descarregado.
studio-import-private = O endereço está numa rede privada. Usa --allow-private se estiver certo.
studio-import-unreachable = O endereço não responde: { $cause }
studio-import-status = O endereço responde com o estado { $status }.
studio-import-broke = Algo correu mal do nosso lado. O registo do servidor diz mais.
studio-shared = O link foi criado.
studio-unshared = O link foi encerrado.
