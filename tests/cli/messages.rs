//! Messages that were once wrong, unclear or half translated.

use crate::support::{Place, quick};
use serde_json::json;

#[test]
fn what_is_not_there_is_said_in_good_german() {
    let place = Place::new();
    let done = place.coprod(["-l", "de", "report", "nofile.json"]).run();
    assert_eq!(done.code, 4);
    assert_eq!(
        done.stderr,
        "Fehler: `nofile.json` kann nicht gelesen werden: Eine Datei oder einen Ordner mit diesem Namen gibt es nicht. Prüfen Sie den Pfad.\n"
    );
}

#[test]
fn what_is_no_json_is_said_in_german_throughout() {
    let place = Place::new();
    let sheet = quick(json!({"equ1a": "no"})).to_string();
    for (text, says) in [
        ("hello", "hier müsste ein Wert stehen"),
        ("{\"format\" 1}", "hier fehlt ein Doppelpunkt"),
        ("{\"format\": 1 2}", "hier fehlt ein Komma oder die Klammer `}`"),
        ("{\"format\": [1 2]}", "hier fehlt ein Komma oder die Klammer `]`"),
        ("{\"format\": nope}", "hier müsste `true`, `false` oder `null` stehen"),
        ("{'format': 1}", "ein Schlüssel muss in geraden Anführungszeichen stehen"),
        ("{} {}", "nach dem Ende steht noch etwas"),
        ("{\"format\": 1.}", "das ist keine gültige Zahl"),
        ("{\"format\": \"\\x\"}", "der umgekehrte Schrägstrich ist falsch verwendet"),
        ("{\"format\": \"a\nb\"}", "ein Steuerzeichen oder Zeilenumbruch steht in einem Text"),
        (&sheet[..sheet.len() - 5], "der Text endet zu früh"),
    ] {
        place.write("a.json", text);
        let done = place.coprod(["-l", "de", "report", "a.json"]).run();
        assert_eq!(done.code, 3);
        done.says("Fehler: a.json (Zeile ", &[&format!("Das ist kein JSON ({says}).")]);
    }
}

#[test]
fn an_explanation_of_an_unknown_question_names_a_near_one_or_none() {
    let place = Place::new();
    place.sheet("a.json", &quick(json!({"equ1a": "largely"})));
    let explain = |wanted: &str| place.coprod(["report", "a.json", "--explain", wanted]).run();
    explain("acc1z").fails(2, &["`acc1z`", "Did you mean `acc1a`?"]);
    explain("ac2a").fails(2, &["Did you mean `acc2a`?"]);
    explain("acess").fails(2, &["Did you mean `access`?"]);
    for nothing in ["acc9z", "equ7x", "xyz"] {
        let done = explain(nothing).fails(2, &[nothing, "Known: equality, diversity, access, reciprocity"]);
        assert!(!done.stderr.contains("Did you mean"), "{}", done.stderr);
    }
}

#[test]
fn a_new_rubric_says_what_to_do_next_as_it_can_be_typed() {
    let place = Place::new();
    let done = place.coprod(["rubric", "new", "my rubric"]).run().ok();
    assert_eq!(
        done.stderr,
        "Written: my rubric\nCheck it after every change: coprod rubric lint \"my rubric\"\nAsk with it: coprod assess -r \"my rubric\"\n"
    );
    let done = place.coprod(["-l", "de", "rubric", "new", "eins.json"]).run().ok();
    assert_eq!(done.stderr.lines().count(), 3, "{}", done.stderr);
}
