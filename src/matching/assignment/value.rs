//! What prices and distances are counted in: points, and below any number of points the tie-break.

/// Points and tie-break in one number: `points << 64` plus a sum of tie-breaks that never reaches half a point.
///
/// Such sums are ordered first by their points, then by their tie-breaks, and taking the points of a sum keeps both the
/// order and the sums: prices that prove a plan best in values prove it best in points ([`points`] of each price).
pub type Value = i128;

const SHIFT: u32 = 64;

/// The value of a pair: its points, and a tie-break of 32 bits from the two keys that nothing else has a part in.
///
/// With it, one plan alone is best (the isolation lemma: that two are is as likely as a collision of hashes), so that the
/// plan depends neither on the order of rows nor on what was edited before.
#[inline]
pub fn value(weight: i32, volunteer_key: u64, post_key: u64) -> Value {
    // Keys are mixed beforehand (`mixed`); one multiplication is enough to tell pairs apart.
    let tie = (volunteer_key ^ post_key).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
    (Value::from(weight) << SHIFT) + tie as Value
}

/// A number of points as a value without tie-break.
#[inline]
pub fn of_points(points: i64) -> Value {
    Value::from(points) << SHIFT
}

/// The points of a value.
#[inline]
pub fn points(value: Value) -> i64 {
    ((value + (1 << (SHIFT - 1))) >> SHIFT) as i64
}

/// A key whose bits all depend on all bits (the finaliser of SplitMix64, Steele and others 2014).
pub fn mixed(key: u64) -> u64 {
    let key = (key ^ (key >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let key = (key ^ (key >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    key ^ (key >> 31)
}
