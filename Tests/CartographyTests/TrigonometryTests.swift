import Foundation
import Testing

@testable import Cartography

@Suite struct TrigonometryTests {
  @Test func sineAndCosineAgreeWithTheCLibrary() {
    for degrees in stride(from: -721.0, through: 721, by: 0.37) {
      #expect(abs(Trigonometry.sine(degrees: degrees) - sin(degrees * .pi / 180)) < 1e-14)
      #expect(abs(Trigonometry.cosine(degrees: degrees) - cos(degrees * .pi / 180)) < 1e-14)
    }
    #expect(Trigonometry.sine(degrees: 180) == 0)
    #expect(Trigonometry.sine(degrees: 30) == 0.5 || abs(Trigonometry.sine(degrees: 30) - 0.5) < 1e-16)
    #expect(Trigonometry.sine(degrees: .infinity).isNaN)
  }

  @Test func inverseFunctionsAgreeWithTheCLibrary() {
    for step in -1000...1000 {
      let value = Double(step) / 1000
      #expect(abs(Trigonometry.arcsine(value) - asin(value)) < 1e-14)
    }
    for degrees in stride(from: -179.5, through: 179.5, by: 1.1) {
      let (y, x) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
      #expect(abs(Trigonometry.direction(y: y * 3, x: x * 3) - atan2(y, x)) < 2e-8)
    }
    #expect(Trigonometry.arcsine(1.5) == Trigonometry.arcsine(1))
    #expect(Trigonometry.direction(y: 0, x: 0) == 0)
  }
}
