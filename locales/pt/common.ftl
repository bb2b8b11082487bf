# O nome desta língua, na própria língua.
common-language-name = Português
common-language = Língua
common-skip = Ir para o conteúdo
common-close = Fechar
common-save = Guardar
common-undo = Desfazer
common-loading = A carregar
common-retry = Tentar de novo
common-pages = Páginas
common-previous = Anterior
common-next = Seguinte
common-page-of = Página { $page } de { $pages }
common-theme = Aparência
common-theme-system = Como o meu dispositivo
common-theme-dark = Escura
common-theme-light = Clara
common-fix-these = Há coisas a rever

## Falhas

common-error-title = Isto não funcionou
common-failure-sign-in = Primeiro, inicia sessão.
common-failure-forbidden = A tua conta não pode fazer isto.
common-failure-not-found = Não há nada aqui, ou não é público.
common-failure-too-many = Foram muitos pedidos seguidos. Tenta de novo dentro de { $seconds ->
    [one] um segundo
   *[other] { $seconds } segundos
}.
common-failure-internal = Algo avariou do nosso lado. Se voltar a acontecer, diz-nos este número: { $trace }
common-failure-unreachable = Não conseguimos chegar ao servidor. Verifica a tua ligação e tenta de novo.
common-sign-in-first = Isto é teu assim que iniciares sessão
common-sign-in-first-text = Os teus favoritos, o teu histórico e o ponto onde paraste, em todos os dispositivos.
common-forbidden = Não é para esta conta
common-not-found-title = Aqui não toca nada
common-not-found-text = A página mudou de sítio ou nunca foi publicada.
common-not-found-home = Voltar ao início

## Navegação

nav-main = Principal
nav-home = Início
nav-live = Ao vivo
nav-mixes = Mixes
nav-library = Coleção
nav-studio = Estúdio
nav-me = Eu
