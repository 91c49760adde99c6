//! What the command line says besides figures.

use std::io::ErrorKind;
use std::time::Duration;

use super::Lang;
use super::numbers::whole;

/// How many changes there are: the last line of an import.
pub fn changes(n: usize, lang: Lang) -> String {
    match (lang, n) {
        (Lang::De, 1) => "1 Änderung".to_owned(),
        (Lang::De, n) => format!("{n} Änderungen"),
        (Lang::En, 1) => "1 change".to_owned(),
        (Lang::En, n) => format!("{n} changes"),
    }
}

/// That leaders are told no single function's figures, though they were asked for.
pub fn no_actors_for_leaders(lang: Lang) -> &'static str {
    lang.pick(
        "--actors gilt nicht für die Leitung: Der Bericht nennt keine einzelnen Funktionen.",
        "--actors is not available for leadership: the report does not name individual functions.",
    )
}

/// More permutations than are computed.
pub fn too_many_permutations(most: u32, lang: Lang) -> String {
    let most = whole(most.into(), lang);
    lang.pick(
        format!("--permutations: höchstens {most}"),
        format!("--permutations: at most {most}"),
    )
}

/// Permutations that took too long: after how long, how many were done of how many.
pub fn stopped_permuting(after: Duration, [done, asked]: [u32; 2], lang: Lang) -> String {
    let minutes = after.as_secs() / 60;
    let [done, asked] = [done, asked].map(|number| whole(number.into(), lang));
    lang.pick(
        format!(
            "Nach {minutes} Minuten waren {done} von {asked} Vertauschungen gerechnet; der Bericht wurde abgebrochen. Bitte mit --permutations weniger verlangen; die Voreinstellung ist 9999, und mit 0 rechnen geschlossene Formeln allein."
        ),
        format!(
            "After {minutes} minutes {done} of {asked} permutations were done; the report was stopped. Please ask for fewer with --permutations; the default is 9999, and 0 uses the closed formulas alone."
        ),
    )
}

/// That bodies are not counted for leaders, though they were asked for.
pub fn no_bodies_for_leaders(lang: Lang) -> &'static str {
    lang.pick(
        "--bodies gilt nicht für die Leitung: Aus dem Unterschied ließe sich auf einzelne Gremien schließen.",
        "--bodies is not available for leadership: the difference could give away individual bodies.",
    )
}

/// Where the pages are, once they are served.
pub fn running(address: &str, lang: Lang) -> String {
    lang.pick(
        format!("miteinander läuft: http://{address}/   (Beenden mit Strg+C)"),
        format!("miteinander is running: http://{address}/   (stop with Ctrl+C)"),
    )
}

/// The service is running on a machine that several people share.
pub fn running_locked(address: &str, link: &str, lang: Lang) -> String {
    lang.pick(
        format!(
            "miteinander läuft, und nur dieser Link öffnet es, bis zum nächsten Start: http://{address}{link}\nWer ihn hat, sieht und ändert alles. (Beenden mit Strg+C)"
        ),
        format!(
            "miteinander is running, and only this link opens it, until the next start: http://{address}{link}\nWhoever has it sees and changes everything. (stop with Ctrl+C)"
        ),
    )
}

/// An address on which another program listens, or none may.
pub fn cannot_listen(address: &str, why: ErrorKind, lang: Lang) -> String {
    let (german, english) = match why {
        ErrorKind::AddrInUse => (
            "Dort lauscht schon ein Programm; läuft miteinander schon?",
            "Another program is already using it; is miteinander already running?",
        ),
        ErrorKind::PermissionDenied => (
            "Dieser Port ist dem Programm nicht erlaubt.",
            "The program is not allowed to use this port.",
        ),
        _ => (
            "Diese Adresse hat der Rechner nicht.",
            "This machine does not have that address.",
        ),
    };
    lang.pick(
        format!(
            "Auf {address} lässt sich nicht lauschen. {german} Eine andere Adresse gibt --listen an."
        ),
        format!("Cannot listen on {address}. {english} Use --listen to name another address."),
    )
}

/// A `--listen` that is no address.
pub fn no_address(text: &str, lang: Lang) -> String {
    lang.pick(
        format!("--listen {text}: keine Adresse der Form 127.0.0.1:8080"),
        format!("--listen {text}: not an address such as 127.0.0.1:8080"),
    )
}

/// A `--listen` that others could reach, where nobody could sign in.
pub fn no_account(text: &str, lang: Lang) -> String {
    lang.pick(
        format!(
            "--listen {text}: Andere Rechner erreichen diese Adresse, und es gibt noch kein Konto für die Anmeldung. Bitte zuerst eines anlegen: miteinander account add E-MAIL --role district-coordination --district BEZIRK. Ohne Konto ist nur eine Adresse dieses Rechners erlaubt, zum Beispiel 127.0.0.1:8080."
        ),
        format!(
            "--listen {text}: Other machines reach this address, and there is no account to sign in with yet. Please make one first: miteinander account add EMAIL --role district-coordination --district DISTRICT. Without an account only an address of this machine is allowed, such as 127.0.0.1:8080."
        ),
    )
}

/// A `--listen` that others could reach, over a line that anybody could read.
pub fn no_https(text: &str, lang: Lang) -> String {
    lang.pick(
        format!(
            "--listen {text}: Andere Rechner erreichen diese Adresse; Passwörter der Anmeldung gingen unverschlüsselt durchs Netz. Bitte mit --public-url https://… die Adresse des Proxys nennen, der verschlüsselt. Nur in einem abgeschlossenen Testnetz: --insecure-http."
        ),
        format!(
            "--listen {text}: Other machines reach this address; passwords would go over the network unencrypted. Please name the address of the proxy that encrypts with --public-url https://…. In a closed test network only: --insecure-http."
        ),
    )
}

/// A `--trusted-proxy` that is no network.
pub fn no_proxy(text: &str, lang: Lang) -> String {
    lang.pick(
        format!("--trusted-proxy {text}: kein Netz der Form 10.0.0.0/8"),
        format!("--trusted-proxy {text}: not a network such as 10.0.0.0/8"),
    )
}

/// A `--public-url` that is not just a host on the web.
pub fn no_public_host(text: &str, lang: Lang) -> String {
    lang.pick(
        format!(
            "--public-url {text}: keine Adresse der Form https://netz.example.org (http oder https, ein Name, höchstens ein Port)"
        ),
        format!(
            "--public-url {text}: not an address such as https://netz.example.org (http or https, a name, at most a port)"
        ),
    )
}

/// The file of a password that cannot be read.
pub fn password_file(file: &str, reason: &str, lang: Lang) -> String {
    lang.pick(
        format!("Die Datei {file} aus NEO4J_PASSWORD_FILE lässt sich nicht lesen: {reason}"),
        format!("The file {file} that NEO4J_PASSWORD_FILE names cannot be read: {reason}"),
    )
}
