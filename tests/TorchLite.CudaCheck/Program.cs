using TorchLite.CudaCheck;

// cuda-check [--device cuda] [--seconds 540] [--python 'python3'] [--out cuda-check.txt]
// What loads, and what works, on a GPU: prints a table and saves it. It runs itself as children, each of which may die.
if (args is ["worker", var part, var device, var from])
{
    return Worker.Run(part, device, int.Parse(from, System.Globalization.CultureInfo.InvariantCulture));
}

var options = new Dictionary<string, string> { ["--device"] = "cuda", ["--seconds"] = "540", ["--python"] = "python3", ["--out"] = "cuda-check.txt" };
for (var rest = args; rest.Length > 0; rest = rest[2..])
{
    if (rest.Length == 1 || !options.ContainsKey(rest[0]))
    {
        Console.Error.WriteLine($"usage: cuda-check {string.Join(' ', options.Select(static option => $"[{option.Key} {option.Value}]"))}");
        return 2;
    }

    options[rest[0]] = rest[1];
}

return new Check(options["--device"], options["--python"], TimeSpan.FromSeconds(
    int.Parse(options["--seconds"], System.Globalization.CultureInfo.InvariantCulture))).Run(options["--out"]);
