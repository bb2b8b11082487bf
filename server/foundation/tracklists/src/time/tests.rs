//! Which texts are times, which only look it, and which are none.

use super::*;

fn at(hours: u64, minutes: u64, seconds: u64) -> Option<Time> {
    Some(Time::Ms(((hours * 60 + minutes) * 60 + seconds) * 1000))
}

#[test]
fn every_way_to_write_a_time_is_read() {
    for text in
        ["1:02:03", "01:02:03", "62:03", "[1:02:03]", "(62:03)", "1h02m03s", "1h 2m 3s", "1h02'03\"", "62'03\"", "62′03″", "1H02M03"]
    {
        assert_eq!(whole(text), at(1, 2, 3), "{text}");
    }
    for text in ["１：０２：０３", "٠١:٠٢:٠٣", "@ 1:02:03", "<1:02:03>", "[ 1:02:03 - 1:05:00 ]", "1:02:03–1:05:00"] {
        assert_eq!(whole(text), at(1, 2, 3), "{text}");
    }
    assert_eq!(whole("0:00.5"), Some(Time::Ms(500)));
}

#[test]
fn what_has_the_shape_but_not_the_values_is_bad() {
    for text in ["12:75", "1:75:00", "1:00:60", "100:00:00", "12'75\"", "1h61m"] {
        assert_eq!(whole(text), Some(Time::Bad), "{text}");
    }
}

#[test]
fn what_is_no_time_is_left_alone() {
    for text in
        ["24:7", "1:2:3", "1234:00", "12:345", "12", "12\"", "7\" mix", "10m", "4x4:44", "12:34am", "1:02:03:04", "", ":", "[12]", "(1:02"]
    {
        assert_eq!(whole(text), None, "{text}");
    }
}

#[test]
fn what_was_written_is_read_back() {
    for ms in [0, 1, 999, 1000, 59_999, 60_000, 3_599_000, 3_600_000, 86_400_123, MAX_AT_MS] {
        assert_eq!(whole(&write(ms)), Some(Time::Ms(ms)));
    }
}
