bots-title = Bots
bots-text = Um bot é um programa que escreve na sala e fica a saber o que lá se diz. As suas mensagens têm um distintivo. A forma como fala com este site está em docs/BOTS.md.
bots-empty-title = Ainda não há bots
bots-empty-text = Dá um nome a um, acima. Recebes o token e ele pode escrever logo.
bots-name = Nome
bots-name-hint = Pode haver membros com o mesmo nome; o distintivo separa-os.
bots-make = Criar um bot
bots-made = Criado: { $when }
bots-rename = Mudar o nome
bots-saved = Guardado.

## Tokens

bots-token-once = Este é o token de { $name }. Só é mostrado agora: guarda-o num lugar seguro.
bots-secret-once = O que é enviado a { $name } vai assinado com isto. Só é mostrado agora: guarda-o num lugar seguro.
bots-secret = Segredo
bots-copy = Copiar
bots-copied = Copiado
bots-renew = Novo token
bots-renew-ask = O token atual deixa de funcionar de imediato.
bots-renew-yes = Criar um novo token
bots-revoke = Revogar
bots-revoke-ask = { $name } não volta a escrever nem a saber de nada, para sempre. O que disse fica.
bots-revoke-yes = Revogar { $name }
bots-revoked = O bot foi revogado.

## Webhooks

bots-webhook = Endereço do webhook
bots-webhook-hint = As mensagens novas são enviadas para lá. Deixa vazio para não enviar nada.
bots-webhook-save = Guardar endereço
bots-failing = As mensagens não chegam desde { $when }. São enviadas outra e outra vez, a intervalos cada vez maiores.
bots-off = Nada é enviado desde { $when }: falhou um dia inteiro. Guarda o endereço para recomeçar.
bots-why-status = A última resposta foi { $status }.
bots-why-slow = A última resposta demorou mais de cinco segundos.
bots-why-private = O endereço leva a uma rede privada.
bots-why-unreachable = Não foi possível estabelecer a ligação.

## Refusals

bots-refused-name-missing = Dá um nome ao bot.
# $most is a number.
bots-refused-name-too-long = Um nome tem no máximo { $most } caracteres.
bots-refused-name-taken = Já há outro bot com esse nome.
# $most is a number.
bots-refused-too-many = Já há { $most } bots. Revoga um primeiro.
bots-refused-address = Escreve um endereço que comece por https:// ou http://.
bots-refused-private = Esse endereço está numa rede privada, para onde este site não envia nada.
