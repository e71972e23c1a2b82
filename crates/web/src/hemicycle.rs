//! Where the seats of a hemicycle lie: on concentric half circles, in one order from the left edge to the right.

/// Width of the drawing.
pub const WIDTH: f64 = 1000.0;
/// Height of the drawing.
pub const HEIGHT: f64 = 520.0;
/// Middle of the half circles.
const CENTRE: (f64, f64) = (500.0, 500.0);
/// Radius within which all seats lie.
const OUTER: f64 = 490.0;
/// Radius that is left free for the count.
const INNER: f64 = 150.0;
/// Rows, and seats in a row, lie no further apart than this, however few there are.
const WIDEST: f64 = 64.0;
/// Part of the distance between two seats that a seat takes up.
const FILLED: f64 = 0.86;

/// Places of all seats.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Width and height of a seat.
    pub size: f64,
    /// Middle of each seat, to a tenth, in order: from left to right, and from the outer row inwards where two lie at one angle.
    pub seats: Vec<(f64, f64)>,
}

/// Places `count` seats. The same count always gives the same places, and no two seats touch.
#[must_use]
pub fn layout(count: usize) -> Layout {
    let (rows, step) = rows(count);
    let mut places: Vec<Place> = Vec::with_capacity(count);
    for (row, seats) in filled(&rows, count).into_iter().enumerate() {
        let radius = rows[row].radius;
        places.extend((0..seats).map(|index| Place { row, index, last: seats - 1, radius }));
    }
    places.sort_by(Place::before);
    Layout { size: tenth(step * FILLED), seats: places.iter().map(Place::point).collect() }
}

/// A half circle with the number of seats it has room for.
#[derive(Clone, Copy, Debug)]
struct Row {
    radius: f64,
    room: usize,
}

/// A seat before it has its coordinates: the `index`-th of its row, counted from the left, of `last + 1`.
struct Place {
    row: usize,
    index: usize,
    last: usize,
    radius: f64,
}

impl Place {
    /// From left to right by the exact fraction of the half circle, so that no rounding decides the order.
    fn before(&self, other: &Self) -> std::cmp::Ordering {
        let (a, b) = (self.fraction(), other.fraction());
        (a.0 * b.1).cmp(&(b.0 * a.1)).then(self.row.cmp(&other.row))
    }
    /// A row of one seat has it in the middle.
    const fn fraction(&self) -> (usize, usize) {
        if self.last == 0 { (1, 2) } else { (self.index, self.last) }
    }
    fn point(&self) -> (f64, f64) {
        let (index, last) = self.fraction();
        #[expect(clippy::cast_precision_loss, reason = "numbers of seats, far below 2^53")]
        let angle = std::f64::consts::PI * (1.0 - index as f64 / last as f64);
        // Half a seat is left at both ends, so that the first and last seat stand above the base line.
        (tenth(CENTRE.0 + self.radius * angle.cos()), tenth(CENTRE.1 - self.radius * angle.sin() - 10.0))
    }
}

/// The fewest rows that have room, the outermost first, and the distance between rows and between seats.
fn rows(count: usize) -> (Vec<Row>, f64) {
    let mut number = 1_u32;
    loop {
        let step = ((OUTER - INNER) / f64::from(number)).min(WIDEST);
        let rows: Vec<Row> = (0..number)
            .map(|row| {
                let radius = OUTER - step * (f64::from(row) + 0.5);
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "positive and at most a few thousand"
                )]
                let room = (std::f64::consts::PI * radius / step) as usize + 1;
                Row { radius, room }
            })
            .collect();
        // Room grows with the square of the number of rows, so the loop ends.
        if rows.iter().map(|r| r.room).sum::<usize>() >= count {
            return (rows, step);
        }
        number += 1;
    }
}

/// How many seats each row gets: as its length has it, never more than its room.
fn filled(rows: &[Row], count: usize) -> Vec<usize> {
    let room: usize = rows.iter().map(|r| r.room).sum();
    let mut seats: Vec<usize> = rows.iter().map(|r| (r.room * count).checked_div(room).unwrap_or(0)).collect();
    let mut left = count - seats.iter().sum::<usize>();
    // What rounding left over goes to the outer rows first.
    while left > 0 {
        for (seats, row) in seats.iter_mut().zip(rows) {
            if left > 0 && *seats < row.room {
                *seats += 1;
                left -= 1;
            }
        }
    }
    seats.into_iter().filter(|n| *n > 0).collect()
}

fn tenth(n: f64) -> f64 {
    (n * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_count_gets_its_seats_inside_the_drawing_and_none_touch() {
        for count in [0, 1, 2, 3, 5, 12, 13, 50, 193, 512, 1_000, 2_000] {
            let Layout { size, seats } = layout(count);
            assert_eq!(seats.len(), count);
            for (index, (x, y)) in seats.iter().enumerate() {
                let half = size / 2.0;
                assert!(
                    *x >= half && *x <= WIDTH - half && *y >= half && *y <= HEIGHT - half,
                    "seat {index} of {count} at {x}, {y}"
                );
                for (other, (x2, y2)) in seats.iter().enumerate().skip(index + 1) {
                    let distance = (x - x2).hypot(y - y2);
                    assert!(distance >= size, "seats {index} and {other} of {count}: {distance} < {size}");
                }
            }
        }
    }

    #[test]
    fn seats_are_ordered_from_left_to_right_by_angle() {
        for count in [2, 13, 193, 512] {
            let seats = layout(count).seats;
            let angle = |(x, y): &(f64, f64)| (CENTRE.1 - 10.0 - y).atan2(x - CENTRE.0);
            assert!(seats.windows(2).all(|pair| angle(&pair[0]) >= angle(&pair[1]) - 1e-3), "{count}");
            assert!(seats[0].0 < CENTRE.0 && seats[count - 1].0 > CENTRE.0);
        }
    }

    #[test]
    fn the_same_count_gives_the_same_places() {
        assert_eq!(layout(512), layout(512));
        assert_eq!(layout(1), Layout { size: 55.0, seats: vec![(500.0, 32.0)] });
        assert_eq!(layout(3), Layout { size: 55.0, seats: vec![(42.0, 490.0), (500.0, 32.0), (958.0, 490.0)] });
    }

    #[test]
    fn the_order_of_a_large_chart_is_whole() {
        let mut seats = layout(512).seats;
        seats.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        seats.dedup();
        assert_eq!(seats.len(), 512);
    }
}
