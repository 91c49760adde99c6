//! What a store says no to, with place and remedy.

use super::Lang;

/// The sentences about a store that says no.
pub struct StoreErrors {
    /// It cannot be reached.
    pub unreachable: &'static str,
    /// It is locked too long.
    pub busy: &'static str,
    /// It cannot write: what is in the way, of which file.
    pub cannot_write: fn(why: &str, file: Option<&str>) -> String,
    /// It is no longer the one that was opened; which file it was, where it is one.
    pub replaced: fn(file: Option<&str>) -> String,
    /// The file is damaged.
    pub damaged: fn(file: Option<&str>) -> String,
    /// A backup is to be brought back into what holds something.
    pub not_empty: &'static str,
    /// A backup was brought back in part only.
    pub half_restored: &'static str,
    /// What may keep a store from writing, each with its remedy.
    pub obstacles: Obstacles,
    /// It is newer than the program.
    pub newer: fn(found: i64, known: i64) -> String,
    /// Who writes may no longer.
    pub no_longer_may: &'static str,
    /// A constraint said no: which one.
    pub violated: fn(why: &str) -> String,
    /// Which constraint it may be.
    pub violations: Violations,
    /// It holds what this program cannot read.
    pub unreadable: &'static str,
    /// Anything else that it said.
    pub failed: &'static str,
    /// Before what the database or the system said itself, at the terminal.
    pub words: &'static str,
    /// An address that begins otherwise than any known one.
    pub unknown_scheme: fn(scheme: Option<&str>) -> String,
    /// `sqlite:` without a file.
    pub no_file: &'static str,
    /// A store in memory.
    pub in_memory: &'static str,
    /// A URI instead of a file.
    pub uri: &'static str,
    /// A folder where a file should be.
    pub folder: fn(file: &str) -> String,
    /// A file that is something else.
    pub foreign_file: fn(file: &str) -> String,
    /// A file without content.
    pub empty_file: fn(file: &str) -> String,
    /// A log whose file is missing.
    pub lost_file: fn(log: &str) -> String,
    /// The log of another database beside the file.
    pub foreign_log: fn(log: &str) -> String,
    /// An address that names no server.
    pub no_server: &'static str,
    /// A password in the address.
    pub password_in_address: &'static str,
    /// No password for a server.
    pub no_password: &'static str,
    /// A wrong user or password.
    pub denied: &'static str,
    /// An account without the rights.
    pub forbidden: &'static str,
    /// A server that does not speak our protocol.
    pub protocol: &'static str,
}

/// What may keep a store from writing, and what helps.
pub struct Obstacles {
    /// The disk is full.
    pub disk_full: &'static str,
    /// The file may only be read.
    pub read_only: &'static str,
    /// The folder is not there.
    pub no_folder: &'static str,
    /// The program lacks the rights.
    pub not_allowed: &'static str,
    /// The place takes no write-ahead log.
    pub no_log: &'static str,
    /// The disk does not work.
    pub disk: &'static str,
    /// The server's memory does not suffice.
    pub server_memory: &'static str,
    /// The server takes no writes.
    pub server: &'static str,
}

/// Which constraint a change would break.
pub struct Violations {
    /// A record of this key is there.
    pub key_taken: &'static str,
    /// Two departments of one name.
    pub name_taken: fn(name: &str) -> String,
    /// A reference to what is not there.
    pub dangling: &'static str,
    /// The record is not there.
    pub not_there: &'static str,
    /// A value that is not taken.
    pub value: &'static str,
    /// A contact stands otherwise than where it was seen.
    pub other_contact: &'static str,
    /// Another scope's.
    pub other_scope: &'static str,
    /// Two edits that do not follow from each other.
    pub unconnected: &'static str,
}

impl StoreErrors {
    /// The sentences in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

const DE: StoreErrors = StoreErrors {
    cannot_write: |why, file| match file {
        Some(file) => format!("In die Datenbank {file} lässt sich nicht schreiben. {why}"),
        None => format!("In die Datenbank lässt sich nicht schreiben. {why}"),
    },
    replaced: |file| {
        match file {
        Some(file) => format!(
            "Die Datei {file} wurde ersetzt oder entfernt, seit miteinander läuft. Es wurde nichts geschrieben; bitte die richtige Datei an ihren Platz legen und miteinander neu starten."
        ),
        None => "Unter der Adresse der Datenbank liegt ein anderer Bestand als beim Start, oder sie ist leer. Es wurde nichts geschrieben; bitte die Datenbank prüfen und miteinander neu starten.".to_owned(),
    }
    },
    not_empty: "Eine Sicherung lässt sich nur in eine leere Datenbank zurückholen; in dieser steht schon etwas. Es wurde nichts geschrieben; bitte mit --store eine neue Datei oder eine leere Datenbank nennen.",
    half_restored: "In dieser Datenbank liegt eine Sicherung, die nicht bis zum Ende zurückgeholt wurde. Bitte miteinander restore noch einmal ausführen; es beginnt von vorn.",
    damaged: |file| {
        format!(
            "Die Datenbank{} ist beschädigt. Bitte die letzte Sicherungskopie der Datei verwenden; die beschädigte Datei aufheben.",
            file.map_or(String::new(), |file| format!(" {file}"))
        )
    },
    obstacles: Obstacles {
        disk_full: "Die Festplatte ist voll. Es wurde nichts geschrieben; bitte Platz schaffen und noch einmal versuchen.",
        read_only: "Die Datei ist schreibgeschützt. Es wurde nichts geschrieben; bitte den Schreibschutz aufheben oder eine andere Datei nennen.",
        no_folder: "Ihren Ordner gibt es nicht. Bitte den Ordner anlegen oder eine andere Datei nennen.",
        not_allowed: "Das Programm darf diese Datei nicht öffnen oder in ihren Ordner nicht schreiben. Bitte die Rechte ändern oder eine andere Datei nennen.",
        no_log: "An dieser Stelle, vielleicht einem Netzlaufwerk, lässt sich neben der Datei kein Protokoll führen. Bitte eine Datei auf einer eigenen Festplatte nennen.",
        disk: "Die Festplatte ist voll oder meldet einen Fehler. Es wurde nichts geschrieben; bitte Platz und Festplatte prüfen und noch einmal versuchen.",
        server_memory: "Der Arbeitsspeicher des Servers reicht dafür nicht. Es wurde nichts geschrieben; bitte auf dem Server dbms.memory.transaction.total.max erhöhen oder in kleineren Teilen importieren.",
        server: "Der Server nimmt gerade nichts an: Er darf nur lesen, oder seine Festplatte ist voll. Es wurde nichts geschrieben; bitte den Server prüfen und noch einmal versuchen.",
    },
    no_longer_may: "Das Konto, mit dem geschrieben wird, gibt es nicht mehr, oder es hat inzwischen eine andere Rolle. Es wurde nichts geändert. Bitte neu anmelden.",
    violated: |why| {
        format!(
            "Die Datenbank lässt diese Änderung nicht zu. {why} Es wurde nichts geschrieben; bitte den neuen Stand ansehen und noch einmal versuchen."
        )
    },
    violations: Violations {
        key_taken: "Einen Eintrag mit dieser Kennung gibt es schon.",
        name_taken: |name| format!("Zwei Ämter oder Organisationen hießen „{name}“."),
        dangling: "Ein Eintrag verweist auf etwas, das es nicht gibt.",
        not_there: "Einen Eintrag, der geändert werden soll, gibt es nicht mehr.",
        other_contact: "Eine Ansprechperson wurde inzwischen von jemand anderem geändert.",
        value: "Ein Wert ist dort nicht erlaubt.",
        other_scope: "Sie gehört nicht zu diesem Bezirk.",
        unconnected: "Zwei Änderungen desselben Eintrags passen nicht aneinander.",
    },
    unreadable: "Die Datenbank enthält etwas, das dieses Programm nicht lesen kann und nicht geschrieben hat. Bitte rückgängig machen, was ein anderes Programm darin geändert hat, oder die letzte Sicherungskopie verwenden.",
    failed: "Die Datenbank meldet einen Fehler. Bitte noch einmal versuchen; bleibt es dabei, hilft, wer die Datenbank betreut.",
    words: "Für die Technik",
    forbidden: "Das Konto darf in der Datenbank nicht tun, was nötig ist. Bitte ihm das Recht geben, zu lesen, zu schreiben und das Schema zu ändern.",
    protocol: "Unter dieser Adresse antwortet kein Neo4j-Server, mit dem sich sprechen lässt. Bitte Rechner, Port (meist 7687) und den Anfang der Adresse prüfen: bolt://, neo4j://, bolt+s:// oder neo4j+s://.",
    unreachable: "Die Datenbank ist gerade nicht erreichbar. Was gespeichert war, ist nicht verloren; bitte prüfen, ob sie läuft und ihre Adresse stimmt, und in einigen Minuten noch einmal versuchen.",
    busy: "Die Datenbank ist gerade von anderen belegt. Es wurde nichts geschrieben; bitte gleich noch einmal versuchen.",
    newer: |found, known| {
        format!(
            "Die Datenbank hat Fassung {found}; dieses Programm kennt Fassungen bis {known}. Bitte das neuere Programm verwenden."
        )
    },
    unknown_scheme: |scheme| {
        let begins = scheme.map_or(String::new(), |scheme| {
            format!("beginnt mit „{scheme}“ und ")
        });
        format!(
            "Die Adresse der Datenbank {begins}nennt keine bekannte Art. Möglich sind sqlite:DATEI, bolt://NAME@RECHNER:PORT, neo4j://…, bolt+s://… und neo4j+s://…"
        )
    },
    no_file: "Die Adresse der Datenbank nennt keine Datei; bitte sqlite:DATEI schreiben.",
    in_memory: "Eine Datenbank im Arbeitsspeicher ginge verloren; bitte sqlite:DATEI schreiben.",
    uri: "Die Adresse der Datenbank nennt eine Datei, keine URI; bitte sqlite:DATEI ohne „file:“ schreiben.",
    folder: |file| format!("{file} ist ein Ordner; bitte eine Datei darin nennen."),
    foreign_file: |file| {
        format!(
            "{file} ist keine Datenbank von miteinander. Die Datei wurde nicht angerührt; bitte eine andere nennen."
        )
    },
    empty_file: |file| {
        format!(
            "{file} ist leer und wurde nicht angerührt. War darin ein Bestand, bitte die letzte Sicherung zurückholen; soll hier ein neuer beginnen, bitte die leere Datei löschen."
        )
    },
    lost_file: |log| {
        format!(
            "{log} ist das Protokoll einer Datenbank, deren Datei fehlt; es wurde nicht angerührt, denn darin kann Gespeichertes stehen. Bitte die Datei zurücklegen; soll eine neue beginnen, bitte {log} an einen anderen Ort verschieben."
        )
    },
    foreign_log: |log| {
        format!(
            "{log} ist das Protokoll einer anderen Datenbank und gehört nicht zu der Datei daneben; beide wurden nicht angerührt. Wurde die Datei durch eine Sicherung ersetzt, bitte {log} an einen anderen Ort verschieben, wenn kein miteinander mehr läuft, und noch einmal starten; sonst die Datei zurücklegen, zu der es gehört."
        )
    },
    no_server: "Die Adresse der Datenbank hat nicht die Form bolt://NAME@RECHNER:PORT.",
    password_in_address: "Ein Passwort gehört nicht in die Adresse der Datenbank, dort sehen es andere. Bitte in NEO4J_PASSWORD angeben oder in einer Datei, die NEO4J_PASSWORD_FILE nennt.",
    no_password: "Das Passwort der Datenbank fehlt. Bitte in NEO4J_PASSWORD angeben oder in einer Datei, die NEO4J_PASSWORD_FILE nennt.",
    denied: "Die Datenbank lehnt Namen oder Passwort ab. Bitte NEO4J_PASSWORD und den Namen in der Adresse prüfen.",
};

const EN: StoreErrors = StoreErrors {
    cannot_write: |why, file| match file {
        Some(file) => format!("The database {file} cannot be written. {why}"),
        None => format!("The database cannot be written. {why}"),
    },
    replaced: |file| {
        match file {
        Some(file) => format!(
            "The file {file} was replaced or removed since miteinander was started. Nothing was written; please put the right file in its place and start miteinander again."
        ),
        None => "The database at this address is not the one that was there at the start, or it is empty. Nothing was written; please check the database and start miteinander again.".to_owned(),
    }
    },
    not_empty: "A backup can be restored into an empty database only; this one is not empty. Nothing was written; please name a new file or an empty database with --store.",
    half_restored: "This database holds a backup that was only partly restored. Please run miteinander restore again; it starts from the beginning.",
    damaged: |file| {
        format!(
            "The database{} is damaged. Please use the last backup of the file, and keep the damaged one.",
            file.map_or(String::new(), |file| format!(" {file}"))
        )
    },
    obstacles: Obstacles {
        disk_full: "The disk is full. Nothing was written; please make room and try again.",
        read_only: "The file is read-only. Nothing was written; please make it writable or name another file.",
        no_folder: "Its folder is not there. Please create the folder or name another file.",
        not_allowed: "The program may not open this file, or not write in its folder. Please change the permissions or name another file.",
        no_log: "In this place, perhaps a network drive, no log can be kept beside the file. Please name a file on a disk of this machine.",
        disk: "The disk is full or reports an error. Nothing was written; please check the disk and its free room, and try again.",
        server_memory: "The server does not have enough memory for this. Nothing was written; please raise dbms.memory.transaction.total.max on the server, or import in smaller parts.",
        server: "The server takes no changes at the moment: it may only read, or its disk is full. Nothing was written; please check the server and try again.",
    },
    no_longer_may: "The account that is written with is no longer there, or has another role by now. Nothing was changed. Please sign in again.",
    violated: |why| {
        format!(
            "The database does not allow this change. {why} Nothing was written; please look at the new state and try again."
        )
    },
    violations: Violations {
        key_taken: "A record with this id already exists.",
        name_taken: |name| format!("Two departments would be called “{name}”."),
        dangling: "A record refers to something that is not there.",
        not_there: "A record that is to be changed is no longer there.",
        other_contact: "Somebody else has changed a contact in the meantime.",
        value: "A value is not allowed there.",
        other_scope: "It does not belong to this district.",
        unconnected: "Two changes of the same record do not fit together.",
    },
    unreadable: "The database holds something that this program cannot read and has not written. Please undo what another program changed in it, or use the last backup.",
    failed: "The database reports an error. Please try again; if it keeps happening, ask whoever looks after the database.",
    words: "Technically",
    forbidden: "The account lacks the rights it needs in the database. Please allow it to read, to write and to change the schema.",
    protocol: "No Neo4j server that we can talk to answers at this address. Please check host, port (usually 7687) and how the address begins: bolt://, neo4j://, bolt+s:// or neo4j+s://.",
    unreachable: "The database cannot be reached at the moment. What was saved is not lost; please check that it runs and that its address is right, and try again in a few minutes.",
    busy: "The database is in use by others. Nothing was written; please try again in a moment.",
    newer: |found, known| {
        format!(
            "The database has version {found}; this program knows versions up to {known}. Please use the newer program."
        )
    },
    unknown_scheme: |scheme| {
        let begins = scheme.map_or(String::new(), |scheme| {
            format!("begins with “{scheme}” and ")
        });
        format!(
            "The database's address {begins}is of no known kind. Possible ones are sqlite:FILE, bolt://USER@HOST:PORT, neo4j://…, bolt+s://… and neo4j+s://…"
        )
    },
    no_file: "The database's address names no file; please write sqlite:FILE.",
    in_memory: "A database in memory would be lost; please write sqlite:FILE.",
    uri: "The database's address names a file, not a URI; please write sqlite:FILE without “file:”.",
    folder: |file| format!("{file} is a folder; please name a file inside it."),
    foreign_file: |file| {
        format!(
            "{file} is not a database of miteinander. It was left as it is; please name another file."
        )
    },
    empty_file: |file| {
        format!(
            "{file} is empty and was left as it is. If there was a store in it, please restore the last backup; if a new one is to start here, please delete the empty file."
        )
    },
    lost_file: |log| {
        format!(
            "{log} is the log of a database whose file is missing; it was left as it is, as it may hold what was saved. Please put the file back; if a new one is to start, please move {log} elsewhere."
        )
    },
    foreign_log: |log| {
        format!(
            "{log} is the log of another database and does not belong to the file beside it; both were left as they are. If the file was replaced by a backup, please stop miteinander, move {log} elsewhere, and start again; otherwise put back the file that it belongs to."
        )
    },
    no_server: "The database's address is not of the form bolt://USER@HOST:PORT.",
    password_in_address: "A password does not belong in the database's address, where others can see it. Please give it in NEO4J_PASSWORD, or in a file that NEO4J_PASSWORD_FILE names.",
    no_password: "The database's password is missing. Please give it in NEO4J_PASSWORD, or in a file that NEO4J_PASSWORD_FILE names.",
    denied: "The database refuses the user or the password. Please check NEO4J_PASSWORD and the user in the address.",
};
