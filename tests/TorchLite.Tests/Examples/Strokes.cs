namespace TorchLite.Tests.Examples;

/// <summary>The ten digits as one writes them plainly: lines of points, from 0 to 1.</summary>
internal static class Strokes
{
    internal static (double X, double Y)[][] Of(int digit) => digit switch
    {
        0 => [Arc(0.5, 0.5, 0.24, 0.36, -90, 270)],
        1 => [[(0.36, 0.3), (0.52, 0.14), (0.52, 0.86)]],
        2 => [[.. Arc(0.5, 0.34, 0.22, 0.2, -170, 40), (0.3, 0.86), (0.74, 0.86)]],
        3 => [[.. Arc(0.48, 0.32, 0.2, 0.18, -150, 90), .. Arc(0.48, 0.68, 0.22, 0.19, -90, 150)]],
        4 => [[(0.56, 0.14), (0.28, 0.6), (0.76, 0.6)], [(0.62, 0.36), (0.62, 0.86)]],
        5 => [[(0.7, 0.14), (0.34, 0.14), (0.32, 0.46), .. Arc(0.48, 0.64, 0.22, 0.22, -110, 140)]],
        6 => [[(0.62, 0.14), (0.44, 0.32), (0.32, 0.56), .. Arc(0.5, 0.66, 0.19, 0.2, 180, -180)]],
        7 => [[(0.28, 0.15), (0.72, 0.15), (0.44, 0.86)]],
        8 => [[.. Arc(0.5, 0.32, 0.17, 0.18, 90, -270), .. Arc(0.5, 0.68, 0.21, 0.18, -90, 270)]],
        _ => [[.. Arc(0.48, 0.34, 0.2, 0.2, 0, -360), (0.68, 0.34), (0.64, 0.62), (0.54, 0.86)]],
    };

    private static (double X, double Y)[] Arc(double x, double y, double width, double height, double from, double to) =>
        [.. Enumerable.Range(0, 25).Select(i =>
        {
            var angle = double.DegreesToRadians(from + ((to - from) * i / 24));
            return (x + (width * Math.Cos(angle)), y + (height * Math.Sin(angle)));
        })];
}
