requests-title = Peticiones

## Asking

requests-search = Buscar un tema
requests-search-hint = Artista o título
requests-found = Temas encontrados
requests-nothing-found = No hay ningún tema así
requests-nothing-found-text = Puedes pedir cualquier tema que figure en el tracklist de un mix de aquí. Prueba solo con el artista.
# $mix is the title of the mix that a track is named in.
requests-heard-in = Sonó en { $mix }
requests-ask = Pedirlo
requests-ask-for = Pedir { $title }
requests-dedicate = Añadir una dedicatoria
requests-dedication = Dedicatoria
requests-dedication-hint = Para quién y por qué
requests-sign-in = Entra para pedir
requests-asked = Tu petición está en la lista.
requests-withdraw = Retirar
requests-withdrawn = Retirada.

## The list

requests-waiting = Lo que viene
requests-empty = Nadie ha pedido nada todavía
requests-empty-text = Busca un tema arriba. Cuanta más gente lo vote, antes sonará.
requests-console-empty-text = Lo que pida la gente aparecerá aquí solo.
requests-by = Lo pidió { $name }
requests-accepted = Sonará
requests-next = El siguiente
# $minutes is a number.
requests-in-about = En { $minutes ->
    [one] un minuto
   *[other] unos { $minutes } minutos
}
# $place is the position of the reader's first request, a number.
requests-your-place = Eres el número { $place }
# $votes is a number.
requests-vote = Votar { $title }, { $votes ->
    [one] un voto
   *[other] { $votes } votos
}
requests-vote-sign-in = Entra para votar { $title }, { $votes ->
    [one] un voto
   *[other] { $votes } votos
}
requests-votes = { $votes ->
    [one] Un voto
   *[other] { $votes } votos
}
requests-played = Sonaron hace poco
requests-not-now = Esta vez no
requests-no-reason = El DJ ha dejado pasar este.

## The DJ’s console

requests-up-next = A continuación
requests-by-votes = Pedidos, por votos
requests-accept = Aceptar
requests-play = Está sonando
requests-put-back = Devolver
requests-refuse = Rechazar
requests-reason = Motivo, para quien lo pidió
requests-reason-hint = ¿Por qué no? (opcional)
requests-move = Mover { $title }
requests-rules = Reglas
requests-open = Aceptar peticiones
requests-per-person = Peticiones de una persona por hora
requests-per-hour = Peticiones de todos por hora
requests-same-track = Minutos hasta poder pedir otra vez un tema
requests-same-artist = Minutos hasta poder pedir otra vez a un artista
requests-rules-saved = Guardado.

## Why not

requests-refused-closed = Ahora mismo no se aceptan peticiones.
requests-refused-no-such-song = Ese tema ya no está en la biblioteca.
requests-refused-too-long = Como máximo { $most } caracteres, por favor.
# $most is how many one person may ask for in an hour; $minutes is the wait.
requests-refused-too-many = Ya has pedido lo tuyo esta hora ({ $most }). Podrás pedir más en { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
}. Los votos siempre cuentan.
requests-refused-hour-full = Esta hora está completa. Vuelve a pedir en { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
}, o vota lo que hay.
requests-refused-full = Ya esperan demasiadas peticiones. Vota lo que hay.
requests-refused-played-lately = Acaba de sonar. Podrás pedirlo otra vez en { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
}.
requests-refused-artist-lately = Este artista acaba de sonar. Podrás pedirlo otra vez en { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
}.
requests-refused-over = Esa petición ya terminó: sonó, se rechazó o se retiró.
requests-refused-too-fast = Despacio, por favor. Podrás votar de nuevo en { $seconds ->
    [one] un segundo
   *[other] { $seconds } segundos
}.
requests-refused-confirm-address = Para pedir y votar, confirma antes tu dirección: el enlace está en el correo que te enviamos.
requests-refused-no-such-rule = Los números van de 0 a { $most }.
