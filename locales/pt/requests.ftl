requests-title = Pedidos

## Asking

requests-search = Procurar uma faixa
requests-search-hint = Artista ou título
requests-found = Faixas encontradas
requests-nothing-found = Nenhuma faixa assim
requests-nothing-found-text = Podes pedir qualquer faixa que esteja no alinhamento de um mix daqui. Tenta só o artista.
# $mix is the title of the mix that a track is named in.
requests-heard-in = Ouvida em { $mix }
requests-ask = Pedir
requests-ask-for = Pedir { $title }
requests-dedicate = Juntar uma dedicatória
requests-dedication = Dedicatória
requests-dedication-hint = Para quem, e porquê
requests-sign-in = Entra para pedir
requests-asked = O teu pedido está na lista.
requests-withdraw = Retirar
requests-withdrawn = Retirado.

## The list

requests-waiting = O que vem a seguir
requests-empty = Ainda ninguém pediu nada
requests-empty-text = Procura uma faixa acima. Quantos mais votos, mais cedo toca.
requests-console-empty-text = O que as pessoas pedirem aparece aqui sozinho.
requests-by = Pedido de { $name }
requests-accepted = Vai tocar
requests-next = A seguir
# $minutes is a number.
requests-in-about = Dentro de { $minutes ->
    [one] um minuto
   *[other] uns { $minutes } minutos
}
# $place is the position of the reader's first request, a number.
requests-your-place = És o número { $place }
# $votes is a number.
requests-vote = Votar em { $title }, { $votes ->
    [one] um voto
   *[other] { $votes } votos
}
requests-vote-sign-in = Entra para votar em { $title }, { $votes ->
    [one] um voto
   *[other] { $votes } votos
}
requests-votes = { $votes ->
    [one] Um voto
   *[other] { $votes } votos
}
requests-played = Tocados há pouco
requests-not-now = Desta vez não
requests-no-reason = O DJ deixou passar este.

## The DJ’s console

requests-up-next = A seguir
requests-by-votes = Pedidos, por votos
requests-accept = Aceitar
requests-play = Está a tocar
requests-put-back = Devolver
requests-refuse = Recusar
requests-reason = Motivo, para quem pediu
requests-reason-hint = Porque não? (opcional)
requests-move = Mover { $title }
requests-rules = Regras
requests-open = Aceitar pedidos
requests-per-person = Pedidos de uma pessoa por hora
requests-per-hour = Pedidos de todos por hora
requests-same-track = Minutos até se poder pedir de novo uma faixa
requests-same-artist = Minutos até se poder pedir de novo um artista
requests-rules-saved = Guardado.

## Why not

requests-refused-closed = De momento não se aceitam pedidos.
requests-refused-no-such-song = Essa faixa já não está na biblioteca.
requests-refused-too-long = No máximo { $most } caracteres, por favor.
# $most is how many one person may ask for in an hour; $minutes is the wait.
requests-refused-too-many = Foi a tua parte desta hora ({ $most }). Podes pedir de novo dentro de { $minutes ->
    [one] um minuto
   *[other] { $minutes } minutos
}. Os votos contam sempre.
requests-refused-hour-full = Esta hora está cheia. Pede de novo dentro de { $minutes ->
    [one] um minuto
   *[other] { $minutes } minutos
}, ou vota no que lá está.
requests-refused-full = Já há pedidos a mais à espera. Vota no que lá está.
requests-refused-played-lately = Acabou de tocar. Podes pedi-la de novo dentro de { $minutes ->
    [one] um minuto
   *[other] { $minutes } minutos
}.
requests-refused-artist-lately = Este artista acabou de tocar. Podes pedi-lo de novo dentro de { $minutes ->
    [one] um minuto
   *[other] { $minutes } minutos
}.
requests-refused-over = Esse pedido já acabou: tocou, foi recusado ou retirado.
requests-refused-too-fast = Devagar, por favor. Podes votar de novo dentro de { $seconds ->
    [one] um segundo
   *[other] { $seconds } segundos
}.
requests-refused-confirm-address = Para pedir e votar, confirma primeiro o teu endereço: a ligação está no e-mail que te enviámos.
requests-refused-no-such-rule = Os números vão de 0 a { $most }.
