//! "Did you mean …?": the known word that a wrong one is nearest to.

/// The known word that was probably meant: the most similar one, if it is similar enough to be worth a question.
pub fn nearest<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    // A name of 200 characters is no slip of the pen, and comparing it costs time.
    if found.chars().count() > 64 {
        return None;
    }
    let lower = found.to_lowercase();
    let known: Vec<&str> = known.into_iter().collect();
    let similar = known.iter().map(|word| (strsim::jaro_winkler(&lower, &word.to_lowercase()), *word));
    let best = similar.filter(|(similarity, _)| *similarity > 0.8).max_by(|a, b| a.0.total_cmp(&b.0));
    // Of short words, one slip makes too much of a difference for that measure.
    best.map(|(_, word)| word.to_owned()).or_else(|| one_off(found, known.into_iter().filter(|word| word.len() > 2)))
}

/// The known word that differs by one slip (a character wrong, missing, too much, or two changed over); the one with
/// the longest common beginning, since in codes as `acc2b` that is the nearest in meaning too. Codes are so alike that
/// [`nearest`] would name one for anything.
pub fn one_off<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let lower = found.trim().to_lowercase();
    if lower.chars().count() > 64 {
        return None;
    }
    let same = |word: &str| lower.chars().zip(word.chars()).take_while(|(a, b)| a == b).count();
    let near = known.into_iter().filter(|word| strsim::osa_distance(&lower, word) <= 1);
    // The first of equals.
    near.fold(None::<&str>, |best, word| best.filter(|best| same(best) >= same(word)).or(Some(word))).map(str::to_owned)
}
