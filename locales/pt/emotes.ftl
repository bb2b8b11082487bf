emotes-title = Emotes
emotes-text = Imagens pequenas tuas para a sala. O público escreve :nome: ou usa-as como reação.
emotes-empty = Ainda não há emotes
emotes-empty-text = Junta uma imagem, e a sala tem-na logo.
emotes-picture = Imagem
# $kib é o maior ficheiro em KiB, $most quantos emotes pode haver.
emotes-picture-hint = PNG, WebP, GIF ou JPEG até { $kib } KiB, de preferência com fundo transparente. De uma imagem animada fica o primeiro fotograma. Até { $most } emotes.
emotes-preview = A imagem que escolheste
emotes-name = Nome
# $least e $most são números de caracteres.
emotes-name-hint = De { $least } a { $most } letras minúsculas, algarismos ou _
emotes-add = Juntar o emote
emotes-rename = Mudar o nome
emotes-remove = Retirar
emotes-remove-ask = O que foi escrito com ele mostrará o seu nome.
emotes-remove-yes = Retirar { $name }

## Recusas

emotes-refused-bad-name = Um nome tem de { $least } a { $most } letras minúsculas (de a a z), algarismos ou _.
emotes-refused-name-taken = Já há um emote chamado { $name }.
emotes-refused-too-many = Há { $most } emotes, que é o máximo. Retira um primeiro.
emotes-refused-no-picture = Escolhe uma imagem.
emotes-refused-too-large = Esse ficheiro é grande demais: { $most } KiB é o máximo.
emotes-refused-not-a-picture = Não é uma imagem que saibamos ler. PNG, WebP, GIF e JPEG servem.
