/** Words that say nothing about the task, English and Spanish, already folded: neither indexed nor searched. */
const english = `a about after again all also always am an and any anyone anything are arent as at be because
been before being best better but by came come could d did do does dont each else even ever
every everyone few for from get gets getting give go going gone got had has have having he her
here him his how i id if ill im in into is isnt it its ive just kind let like ll lot many may
maybe me might mine more most much must my myself near nearly of on once only onto or other our
ours over own per please properly put quickly quite rather re really s see shall she should so
some somebody someone something sometimes soon still such t than thank thanks that the their
them then there these they thing things this those through to too toward under until upon us ve
very via want wants was way we well were what whats when where which while who whom whose why
will with without would yet you your yours`;

const spanish = `al algo alguien algun alguna ante como con cual cuales cuando cuanto cuya cuyo de del desde
donde e el ella ellos en entre era eres es esa ese eso esta este esto estos estas estoy fue ha
hace hacia han hasta hay la las le les lo los mas me mi mis mucho muy ni nos nuestra nuestro o
para pero por porque que quien quiero se ser si sin sobre son soy su sus tal tambien tan te
tengo tiene tu tus un una unas unos usted y ya yo`;

export const stopWords: ReadonlySet<string> = new Set(`${english} ${spanish}`.split(/\s+/));

/** Words that go with almost any task: searched, but a match or a miss counts little. */
const weakWords = `ai answer ask bad big build can change check clear create do draft easy explain find fast first fix
good great help hard idea improve know language last long longer look make need needs new next no
nobody not note now off old one out people person plan prepare question questions quick read right
rule rules same say says send short show simple sort start stay stays take talk team tell text thing
think time try turn understand up down use using week word wording words work working write writing
yes hacer ayuda ayudar escribir redactar preparar crear nuevo nueva puedo necesito hago escribo
preparo redacto explico digo trabajo texto`;

export const weak: ReadonlySet<string> = new Set(weakWords.split(/\s+/));
