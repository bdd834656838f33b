using System.Globalization;
using System.Numerics;
using TorchLite.Printing;

namespace TorchLite.Tests.Printing;

/// <summary>Every expected text is Python's own.</summary>
public sealed class PythonNumberTests
{
    [TestCase(0.0, "0.0")]
    [TestCase(-0.0, "-0.0")]
    [TestCase(12.0, "12.0")]
    [TestCase(0.1, "0.1")]
    [TestCase(0.30000000000000004, "0.30000000000000004")]
    [TestCase(0.0001, "0.0001")]
    [TestCase(1e-5, "1e-05")]
    [TestCase(1.5e-5, "1.5e-05")]
    [TestCase(1e15, "1000000000000000.0")]
    [TestCase(9999999999999998.0, "9999999999999998.0")]
    [TestCase(1e16, "1e+16")]
    [TestCase(123456789012345680.0, "1.2345678901234568e+17")]
    [TestCase(-1e100, "-1e+100")]
    [TestCase(5e-324, "5e-324")]
    [TestCase(double.MaxValue, "1.7976931348623157e+308")]
    [TestCase(double.NaN, "nan")]
    [TestCase(double.PositiveInfinity, "inf")]
    [TestCase(double.NegativeInfinity, "-inf")]
    public void A_number_is_the_shortest_text_that_reads_back(double value, string text) => PythonNumber.Format(value).Should().Be(text);

    [TestCase(0.125, 2, "0.12")]
    [TestCase(0.375, 2, "0.38")]
    [TestCase(-0.125, 2, "-0.12")]
    [TestCase(0.5, 0, "0")]
    [TestCase(1.5, 0, "2")]
    [TestCase(2.5, 0, "2")]
    [TestCase(2.675, 2, "2.67")]
    [TestCase(0.00005, 4, "0.0001")]
    [TestCase(1.00005, 4, "1.0001")]
    [TestCase(-0.00001, 4, "-0.0000")]
    [TestCase(1e22, 1, "10000000000000000000000.0")]
    [TestCase(double.NaN, 4, "nan")]
    [TestCase(double.NegativeInfinity, 4, "-inf")]
    public void Fixed_digits_round_the_exact_value_and_ties_to_even(double value, int precision, string text) =>
        PythonNumber.Fixed(value, precision).Should().Be(text);

    [Test]
    public void Fixed_digits_of_the_largest_number_are_all_there() =>
        PythonNumber.Fixed(double.MaxValue, 1).Should().Be(((BigInteger)double.MaxValue).ToString(CultureInfo.InvariantCulture) + ".0");

    [TestCase(0.0, 4, "0.0000e+00")]
    [TestCase(-0.0, 2, "-0.00e+00")]
    [TestCase(12345.0, 3, "1.234e+04")]
    [TestCase(12355.0, 3, "1.236e+04")]
    [TestCase(25.0, 0, "2e+01")]
    [TestCase(35.0, 0, "4e+01")]
    [TestCase(0.125, 1, "1.2e-01")]
    [TestCase(9.5, 0, "1e+01")]
    [TestCase(99999.5, 4, "1.0000e+05")]
    [TestCase(1e300, 4, "1.0000e+300")]
    [TestCase(5e-324, 4, "4.9407e-324")]
    [TestCase(double.PositiveInfinity, 4, "inf")]
    public void Scientific_digits_round_the_exact_value_and_ties_to_even(double value, int precision, string text) =>
        PythonNumber.Scientific(value, precision).Should().Be(text);

    [TestCase(1.0, 2.0, "(1+2j)")]
    [TestCase(0.0, 2.5, "2.5j")]
    [TestCase(-0.0, -2.0, "(-0-2j)")]
    [TestCase(double.NaN, double.NegativeInfinity, "(nan-infj)")]
    [TestCase(1e20, double.NaN, "(1e+20+nanj)")]
    public void A_complex_number_is_written_with_brackets(double real, double imaginary, string text) =>
        PythonNumber.Format(new Complex(real, imaginary)).Should().Be(text);
}
