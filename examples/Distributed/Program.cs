// 数据并行: 几个进程一起训练一个网络, 每个进程看每批的一部分; 损失和一个进程看整批一样.
// Data parallel: several processes train one network, each with its part of every batch; the losses are those of one process.
//     dotnet run -c Release --project examples/Distributed -- --nproc 2
//     torchrun --nproc-per-node 2 --no-python examples/Distributed/bin/Release/net10.0/linux-x64/Distributed
using System.Diagnostics;
using TorchLite;
using TorchLite.Nn;
using TorchLite.Nn.Parallel;
using TorchLite.Optim;
using TorchLite.Utils.Data;
using F = TorchLite.Torch.Nn.Functional;

const int Epochs = 8, BatchSize = 64;

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

// 没有RANK: 这是启动器 (without RANK this is the launcher)
if (Environment.GetEnvironmentVariable("RANK") is null)
{
    var logs = Path.Combine(AppContext.BaseDirectory, "logs");
    if (Directory.Exists(logs))
    {
        Directory.Delete(logs, recursive: true);
    }

    if (!int.TryParse(Option("--nproc") ?? "2", out var nproc) || nproc < 1)
    {
        Console.Error.WriteLine("--nproc: 几个进程, 如2 (how many processes, such as 2)");
        return 2;
    }

    return Launcher.Run(nproc, logs, [.. args, "--checkpoint", Path.Combine(logs, "checkpoint.pt")]);
}

var watch = Stopwatch.StartNew();
Torch.SetNumThreads(1);
Torch.Distributed.InitProcessGroup("gloo");
var (rank, size) = (Torch.Distributed.GetRank(), Torch.Distributed.GetWorldSize());

// 种子一样, 数据的分法也一样 (the same seed, and so the same split everywhere)
var (images, labels) = DigitImages.Load();
Torch.ManualSeed(0);
var parts = Torch.Utils.Data.RandomSplit(new TensorDataset(images, labels), [0.8, 0.2]);
var (trainSet, testSet) = (parts[0], parts[1]);
var net = new Sequential(
    new Conv2d(1, 16, 3, padding: 1), new ReLU(),
    new Conv2d(16, 32, 3, padding: 1), new ReLU(), new MaxPool2d(2),
    new Flatten(), new Linear(512, 10));
var ddp = new DistributedDataParallel<Tensor, Tensor>(net);
var optimizer = new SGD(ddp.Parameters(), lr: 0.05, momentum: 0.9);

// 每个进程从打乱的数据里轮流拿: 合起来正是一批 (each takes its turn of the shuffled data; together they are one batch)
var sampler = new DistributedSampler(trainSet.Count, dropLast: true);
var loader = new DataLoader<(Tensor X, Tensor Y)>(trainSet, batchSize: BatchSize / size, sampler: sampler, dropLast: true);

// 重新启动的从存下的地方接着走, 每个进程都读 (after a restart it goes on from where it was saved, which all read)
var (checkpoint, first) = (Option("--checkpoint"), 1);
var losses = new List<double>();
if (File.Exists(checkpoint))
{
    var saved = (OrderedDictionary<object, object?>)Torch.Load(checkpoint)!;
    net.LoadStateDict((OrderedDictionary<object, object?>)saved["net"]!);
    optimizer.LoadStateDict((OrderedDictionary<object, object?>)saved["optimizer"]!);
    losses.AddRange(((Tensor)saved["losses"]!).ToArray<double>());
    first = losses.Count + 1;
}

if (rank == 0 && first == 1)
{
    Console.WriteLine($"训练 Training: {trainSet.Count}, 测试 test: {testSet.Count}, 每批 batch: {BatchSize}");
}

IEnumerable<int> epochs = Enumerable.Range(first, Epochs - first + 1);
foreach (var epoch in rank == 0 ? Torch.Utils.Progress(epochs, "DDP") : epochs)
{
    // 试试重来: --fail-at 4让最后一个进程在第4轮死掉一次 (to see a restart: the last process dies once)
    if (Option("--fail-at") == $"{epoch}" && rank == size - 1 && Environment.GetEnvironmentVariable("TORCHELASTIC_RESTART_COUNT") == "0")
    {
        Process.GetCurrentProcess().Kill();
    }

    sampler.SetEpoch(epoch);
    var total = Torch.Zeros([], DType.Float64);
    var batches = 0;
    foreach (var (x, y) in loader)
    {
        optimizer.ZeroGrad();
        var loss = F.CrossEntropy(ddp.Call(x), y);
        loss.Backward();
        optimizer.Step();
        total += loss.Detach();
        batches++;
    }

    Torch.Distributed.AllReduce(total);
    losses.Add((double)total / size / batches);
    if (rank == 0)
    {
        // 先写到旁边, 再换上: 写了一半的没人读 (written beside and then moved, so that nobody reads half of it)
        if (checkpoint is not null)
        {
            Torch.Save(
                new Dictionary<object, object?>
                {
                    ["net"] = net.StateDict(),
                    ["optimizer"] = optimizer.StateDict(),
                    ["losses"] = Torch.FromArray(losses.ToArray()),
                },
                checkpoint + ".new");
            File.Move(checkpoint + ".new", checkpoint, overwrite: true);
        }

        Console.WriteLine($"第{epoch}轮 Epoch {epoch}: 损失 loss {losses[^1]:F4}");
    }
}

if (rank == 0)
{
    using var off = Torch.NoGrad();
    var (x, y) = new DataLoader<(Tensor X, Tensor Y)>(testSet, batchSize: testSet.Count).First();
    var right = (net.Eval().Call(x).Argmax(dim: 1) == y).Sum().Item<long>();
    Console.WriteLine($"测试准确率 Test accuracy: {100.0 * right / testSet.Count:F2} %");

    var chart = Chart.Line(Torch.FromArray(losses.ToArray()));
    (chart.Title, chart.XLabel, chart.YLabel) = ($"digits, {size} processes", "epoch", "loss");
    var picture = Path.Combine(AppContext.BaseDirectory, "distributed.png");
    chart.Save(picture);
    Console.Error.WriteLine($"用时 Time: {watch.Elapsed.TotalSeconds:F1} s, 图 picture: {picture}");
}

Torch.Distributed.Barrier();
Torch.Distributed.DestroyProcessGroup();
return 0;
