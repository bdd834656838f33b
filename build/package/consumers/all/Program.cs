using TorchLite.Utils.Tensorboard;
using TorchLite.Vision.Transforms;

var x = Torch.Linspace(0, 6, 7);
Console.WriteLine(x.ToArrow().Length);
Console.WriteLine(x.Numpy().size);
Chart.Line(x.Sin(), x).Save("sine.png");
using (var writer = new SummaryWriter("runs"))
{
    writer.AddScalar("loss", 0.5, 1);
}

Console.WriteLine(new Resize(4).Call(Torch.Ones(3, 8, 8)).Shape);
Console.WriteLine(File.Exists("sine.png"));
