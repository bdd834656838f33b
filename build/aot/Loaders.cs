using System.Text;
using Apache.Arrow;
using TorchLite;
using TorchLite.Utils.Data;
using TorchLite.Vision.Datasets;
using TorchLite.Vision.Transforms;

// Batches are made of types that are known only when the program runs; files, images and columns of other libraries.
static class Loaders
{
    public static void Run(Action<string, Func<object>> say, string folder)
    {
        foreach (var workers in new[] { 0, 2 })
        {
            say($"pairs {workers}", () => All(new DataLoader<(float X, int Y), (Tensor X, Tensor Y)>(
                [(0.5f, 1), (1.5f, 2), (2.5f, 3)], batchSize: 2, numWorkers: workers)));
            say($"five {workers}", () => All(
                new DataLoader<(int, long, bool, string, float[]), (Tensor, Tensor, Tensor, string[], Tensor)>(
                    [(1, 2, true, "a", [1, 2]), (3, 4, false, "b", [3, 4])], batchSize: 2, numWorkers: workers)));
            say($"records {workers}", () => All(new DataLoader<Item, Batch>(
                [new(1, "a"), new(2, "b")], batchSize: 2, numWorkers: workers)));
            say($"dictionaries {workers}", () => All(new DataLoader<Dictionary<string, object>>(
                [new() { ["x"] = 1, ["n"] = "a" }, new() { ["x"] = 2, ["n"] = "b" }], batchSize: 2, numWorkers: workers)));
            say($"rows {workers}", () => All(new DataLoader<(Tensor X, Tensor Y)>(
                new TensorDataset(Torch.Arange(5), Torch.Ones(5)), batchSize: 2, shuffle: true, numWorkers: workers,
                generator: new Generator().ManualSeed(0))));
        }

        say("record of tensors", () => new TensorDataset<Pair>(new(Torch.Arange(4), Torch.Zeros(4)))[2]);
        say("split", () => string.Join(" ", Torch.Utils.Data.RandomSplit<int>(new int[10], [0.75, 0.25]).Select(one => one.Count)));
        say("csv", () => new CsvDataset(
            new MemoryStream("a,b\n1,x\n2,y\n"u8.ToArray()), CsvColumn.Category("b"), ["a"]).Tensors);
        say("text", () => new TextDataset("hello", new CharacterTokenizer("hello").Encode, 2)[1]);
        say("images", () =>
        {
            Directory.CreateDirectory(Path.Combine(folder, "images", "cat"));
            TorchVision.IO.WritePng(Torch.Full([3, 6, 6], 200, dtype: DType.Uint8), Path.Combine(folder, "images", "cat", "1.png"));
            var transform = new Compose(
                new Resize(4), new CenterCrop(2), new RandomHorizontalFlip(), new ColorJitter(0.1), new RandomRotation(5),
                new ToDtype(DType.Float32, scale: true), new Normalize([0.5], [0.5]));
            return new ImageFolder(Path.Combine(folder, "images"), transform)[0].Image.Shape;
        });
        say("arrow", () =>
        {
            var batch = new RecordBatch.Builder()
                .Append("x", false, new Int64Array.Builder().AppendRange([1, 2, 3]).Build())
                .Append("y", false, (IArrowArray)Torch.Ones(3, 2).ToArrow()).Build();
            return string.Join(" ", Torch.FromArrow(batch).Select(one => $"{one.Key} {one.Value.Shape}"));
        });
    }

    private static string All<T>(IEnumerable<T> batches)
    {
        var text = new StringBuilder();
        foreach (var batch in batches)
        {
            text.Append(text.Length == 0 ? "" : "; ").Append(batch switch
            {
                Dictionary<string, object> one => string.Join(" ", one.Select(pair => $"{pair.Key} {Text(pair.Value)}")),
                Batch one => $"{one.X} {Text(one.Name)}",
                System.Runtime.CompilerServices.ITuple one => string.Join(" ", Enumerable.Range(0, one.Length).Select(i => Text(one[i]!))),
                _ => $"{batch}",
            });
        }

        return text.ToString();

        static string Text(object value) => value is string[] strings ? string.Join("", strings) : $"{value}";
    }

    private sealed record Item(int X, string Name);

    private sealed record Batch(Tensor X, string[] Name);

    private sealed record Pair(Tensor X, Tensor Y);
}
