namespace TorchLite.Optim;

/// <summary>Looks along a direction for a step that fulfils the strong conditions of Wolfe.</summary>
/// <remarks>Nocedal and Wright, "Numerical Optimization", algorithms 3.5 and 3.6.</remarks>
internal static class StrongWolfe
{
    private const double SufficientDecrease = 1e-4;
    private const double Curvature = 0.9;

    /// <summary>One point on the line: the step's length, the loss, the gradient, and its part along the line.</summary>
    internal readonly record struct Point(Quantity Length, double Loss, Tensor Gradient, Tensor Slope);

    /// <summary>Finds a point.</summary>
    /// <param name="at">Computes the loss and the gradient at a length.</param>
    /// <param name="direction">The direction.</param>
    /// <param name="start">The point where the line begins.</param>
    /// <param name="length">The length to begin with.</param>
    /// <param name="tolerance">The least change.</param>
    /// <param name="most">How many iterations there are at most.</param>
    /// <returns>The point, and how often the loss was computed.</returns>
    internal static (Point Found, long Evaluations) Search(
        Func<Quantity, (double Loss, Tensor Gradient)> at, Tensor direction, Point start, Quantity length, double tolerance, long most)
    {
        var norm = direction.Abs().Max();
        start = start with { Gradient = start.Gradient.Clone() };
        var now = Evaluate(length);
        var evaluations = 1L;
        var previous = start with { Length = 0 };
        var isDone = false;
        var iterations = 0L;
        var bracket = (Low: start with { Length = 0 }, High: now);
        while (iterations < most)
        {
            if (IsTooHigh(now) || (iterations > 1 && now.Loss >= previous.Loss))
            {
                bracket = (previous, now);
                break;
            }

            if (IsFlat(now))
            {
                bracket = (now, now);
                isDone = true;
                break;
            }

            if ((Quantity)now.Slope >= 0)
            {
                bracket = (previous, now);
                break;
            }

            var least = now.Length + (0.01 * (now.Length - previous.Length));
            var next = Interpolate(previous, now, (least, now.Length * 10));
            previous = now;
            now = Evaluate(next);
            evaluations++;
            iterations++;
            bracket = (start with { Length = 0 }, now);
        }

        // The first is the better one.
        var isSwapped = !(bracket.Low.Loss <= bracket.High.Loss);
        Point[] ends = [bracket.Low, bracket.High];
        var (low, high) = isSwapped ? (1, 0) : (0, 1);
        var isStuck = false;
        while (!isDone && iterations < most)
        {
            if ((ends[1].Length - ends[0].Length).Abs() * norm < tolerance)
            {
                break;
            }

            var (smallest, largest) = (Quantity.Min(ends[0].Length, ends[1].Length), Quantity.Max(ends[0].Length, ends[1].Length));
            var next = Interpolate(ends[0], ends[1], null);

            // Too near to an end, the next one is moved away from it where there was no progress before, either.
            var margin = 0.1 * (largest - smallest);
            if (Quantity.Min(largest - next, next - smallest) < margin)
            {
                if (isStuck || next >= largest || next <= smallest)
                {
                    next = (next - largest).Abs() < (next - smallest).Abs() ? largest - margin : smallest + margin;
                    isStuck = false;
                }
                else
                {
                    isStuck = true;
                }
            }
            else
            {
                isStuck = false;
            }

            now = Evaluate(next);
            evaluations++;
            iterations++;
            if (IsTooHigh(now) || now.Loss >= ends[low].Loss)
            {
                ends[high] = now;
                (low, high) = ends[0].Loss <= ends[1].Loss ? (0, 1) : (1, 0);
                continue;
            }

            if (IsFlat(now))
            {
                isDone = true;
            }
            else if (now.Slope * (ends[high].Length - ends[low].Length) >= 0)
            {
                ends[high] = ends[low];
            }

            ends[low] = now;
        }

        return (ends[low], evaluations);

        Point Evaluate(Quantity at1)
        {
            var (loss, gradient) = at(at1);
            return new(at1, loss, gradient, gradient.Dot(direction));
        }

        bool IsTooHigh(Point point) =>
            (Quantity)point.Loss > start.Loss + (SufficientDecrease * point.Length * start.Slope);

        bool IsFlat(Point point) => ((Quantity)point.Slope).Abs() <= -Curvature * start.Slope;
    }

    /// <summary>Where the cubic through two points with these slopes is least, within bounds; else the middle.</summary>
    private static Quantity Interpolate(Point one, Point other, (Quantity Least, Quantity Most)? within)
    {
        var (x1, x2) = (one.Length, other.Length);
        Quantity g1 = one.Slope, g2 = other.Slope;
        var (least, most) = within ?? (x1 <= x2 ? (x1, x2) : (x2, x1));
        var d1 = g1 + g2 - ((Quantity)(3 * (one.Loss - other.Loss)) / (x1 - x2));
        var square = (d1.Tensor!.Pow(2) - (g1 * g2)).Tensor!;
        if (!((Quantity)square >= 0))
        {
            return (least + most) / 2;
        }

        var d2 = (Quantity)square.Sqrt();
        var best = x1 <= x2
            ? x2 - ((x2 - x1) * ((g2 + d2 - d1) / (g2 - g1 + (2 * d2))))
            : x1 - ((x1 - x2) * ((g1 + d2 - d1) / (g1 - g2 + (2 * d2))));
        return Quantity.Min(Quantity.Max(best, least), most);
    }
}
