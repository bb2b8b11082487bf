//! What the embedded classifier really finds, language by language, and what becomes of it. The sentences are rude on purpose.

use crate::house::{House, done};
use contract::{
    caller::{Caller, Role},
    moderation::{Moderation, Reason, RoomSettings},
    realtime::ToTab,
};
use realtime::Topic;
use rustrict::{CensorStr, Type};

const RUDE: [(&str, &str); 4] = [
    (
        "en",
        "you are a fucking idiot|go kill yourself|shut up you retard|what a bunch of faggots|you stupid bitch|kys loser|f u c k you|n1gger|suck my \
         dick|whore|eat shit asshole|go die in a fire|you motherf*cker|dumb cunt|send nudes slut|drop dead you pig|piece of shit DJ|fck off|nobody wants \
         you here, wanker|you are worthless trash",
    ),
    (
        "es",
        "eres un hijo de puta|vete a la mierda|pendejo de mierda|maricón|chinga tu madre|cabrón|gilipollas|puta zorra|que te follen|me cago en tus \
         muertos|negro de mierda|subnormal|coño|culero|malparido|gonorrea|pinche idiota|cállate perra|tortillera asquerosa|verga",
    ),
    (
        "pt",
        "vai tomar no cu|filho da puta|caralho|viado|seu merda|vai se foder|puta que pariu|buceta|arrombado|cala a boca vadia|preto nojento|porra|\
         cuzão|piranha|desgraçado|otário|bicha nojenta|vagabunda|corno|escroto",
    ),
    (
        "fr",
        "fils de pute|va te faire foutre|enculé|salope|connard|nique ta mère|pédé|sale arabe|ferme ta gueule|putain de merde|pétasse|bougnoule|tapette|\
         trou du cul|bâtard|sale nègre|suce ma bite|grosse truie|va crever|abruti",
    ),
];
const HARMLESS: [(&str, &str); 4] = [
    (
        "en",
        "What a filthy bassline|This mix is sick|Who is the killer on vocals?|Put your hands up, push it|That drop blew my mind|Dam busters remix please|He \
         passed the class with a bass guitar|Damn, that was good|Scunthorpe sends love|Shitake mushrooms for dinner|Play some dick dale surf guitar|Cock \
         Robin were great|This slaps so hard|The kick is insane|I would die for this tune|bloody brilliant set|Greetings from Essex|Crap weather but great \
         music|Sexy groove tonight|black music, white label|gay pride weekend set|It is hell in here, so hot|Titanic remix|analog synths forever|cum laude",
    ),
    (
        "es",
        "Qué tema tan bueno|Saludos desde Punta Arenas|Vaya disputa en la pista|Me encanta el coro|Tengo 20 años|El computador se colgó|Qué negro está el \
         cielo|La cucaracha no, por favor|Pon algo de cumbia|Feliz año a todos|Una cantante peruana|El culto a la música|Polla de agua es un ave|Este ritmo es \
         brutal|Vamos a la playa|El público está loco|Concha de mar|Pedo de gato|Anal de historia|La monda de la naranja",
    ),
    (
        "pt",
        "Que som maravilhoso|Bom dia, galera|O público pulou muito|Toca mais uma|Saudade do verão|A bicha é uma fila em Portugal|Pau de chuva é um \
         instrumento|Que reputação|Comi um cachorro-quente|Isto é mesmo bom|A pica da vacina|Puto da rua é miúdo|A disputa acabou|Preto no branco|O computador \
         travou|Cuba é linda|Amanhã tem mais|Rola a bola|Pinto no galinheiro|Grelo de couve",
    ),
    (
        "fr",
        "Quel son magnifique|Bonsoir tout le monde|La bite d'amarrage|Salut les amis|C'est con mais j'adore|Un canard laqué|Il fait un froid de canard|\
         Connaissez-vous ce morceau ?|Le concours est fini|Pédaler dans la semoule|Putain de bon set|Chatte sur un toit brûlant|Nique est un prénom|La salopette \
         est bleue|Le député répute|Quel culot|La cuisse de poulet|Un pet de nonne|Noir sur blanc|Merdique",
    ),
];

/// Of so many sentences, how many the crate finds at its own level, and how many become a report.
async fn found(house: &House, sentences: &str) -> (usize, usize, usize) {
    let (mut found, mut reported, mut all) = (0, 0, 0);
    for text in sentences.split('|') {
        // Somebody new each time: nobody may write as fast as this.
        let fan = house.fan("Ama");
        let before = open(house).await;
        house.say(&fan, text).await;
        all += 1;
        found += usize::from(text.is(Type::INAPPROPRIATE));
        reported += (open(house).await - before) as usize;
    }
    (all, found, reported)
}

async fn open(house: &House) -> u32 {
    house.service.reports(&house.moderator()).await.unwrap().open
}

/// The table of docs/decisions/0015-word-list-and-classifier.md.
#[tokio::test]
async fn what_it_finds_in_each_language_is_what_the_decision_says() {
    let house = House::new().await;
    let mut table = Vec::new();
    for ((language, rude), (_, harmless)) in RUDE.into_iter().zip(HARMLESS) {
        table.push((language, found(&house, rude).await, found(&house, harmless).await));
    }
    assert_eq!(
        table,
        [("en", (20, 18, 13), (25, 10, 0)), ("es", (20, 9, 1), (20, 4, 0)), ("pt", (20, 4, 1), (20, 1, 1)), ("fr", (20, 9, 5), (20, 0, 0)),]
    );
}

#[tokio::test]
async fn what_is_noticed_is_said_all_the_same_and_waits_for_a_look() {
    let house = House::new().await;
    let mut studio = house.hub.listen(Topic::studio(house.tenant));
    house.say(&house.fan("Ama"), "you stupid bitch").await;
    assert_eq!(house.texts().await, ["you stupid bitch"]);
    let told: ToTab = serde_json::from_slice(&studio.next().await.unwrap()).unwrap();
    assert_eq!(told, ToTab::Reports { open: 1 });
    let queue = house.service.reports(&house.moderator()).await.unwrap();
    let reports = &queue.items[0].reports;
    assert_eq!((reports.len(), reports[0].by.as_str(), reports[0].reason), (1, "", Reason::Insult));
    assert_eq!(house.column("SELECT payload FROM events WHERE kind = 'room.reported'").await.len(), 1);
}

#[tokio::test]
async fn moderators_are_not_watched_and_a_tenant_may_switch_it_off() {
    let house = House::new().await;
    house.say(&house.moderator(), "you stupid bitch").await;
    assert_eq!(open(&house).await, 0);
    let admin = house.someone("Ada", Role::Admin);
    let set = async |caller: &Caller, notices: bool| {
        house.service.set_settings(caller, RoomSettings { notices, ..RoomSettings::default() }).await.unwrap().done().unwrap();
    };
    set(&admin, false).await;
    house.say(&house.fan("Ama"), "you stupid bitch").await;
    assert_eq!(open(&house).await, 0);
    set(&admin, true).await;
    let post = house.message("you stupid bitch");
    let fan = house.fan("Ama");
    for _ in 0..2 {
        done(contract::chat::Chat::post(&house.service, &fan, post.clone()).await);
    }
    assert_eq!(open(&house).await, 1, "a resend is the same message");
}
