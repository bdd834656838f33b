using System.IO.Compression;
using TorchLite;
using TorchLite.Nn;
using TorchLite.Optim;

// Programs that Python exported: their results become tuples by reflection.
static class Exported
{
    public static void Run(Action<string, Func<object>> say)
    {
        using var zip = ZipFile.OpenRead("exported-unusual-2.14.zip");
        TorchLite.Export.ExportedProgram Load(string name)
        {
            using var entry = zip.GetEntry(name + ".pt2")!.Open();
            var bytes = new MemoryStream();
            entry.CopyTo(bytes);
            bytes.Position = 0;
            return Torch.Export.Load(bytes);
        }

        say("exported", () => Torch.Export.Load("model.pt2").Module().Call(Torch.Ones(2, 2))!);
        say("exported in a Sequential", () =>
        {
            Sequential net = [Torch.Export.Load("model.pt2").Module<Tensor, Tensor>(), new Sigmoid()];
            var optimizer = new SGD(net.Parameters(), lr: 0.1);
            net.Call(Torch.Ones(1, 2)).Sum().Backward();
            optimizer.Step();
            return $"{string.Join(" ", net.StateDict().Keys)} {net.GetParameter("0.fc.weight").Detach()}";
        });
        say("exported of a tuple", () =>
            Load("pairs.dynamic").Module<Tensor, Tensor, (Tensor, int)>().Call(Torch.Ones(2, 4), Torch.Ones(2, 4)));
        say("exported of tuples", () =>
        {
            var (x, _, y, z, (w, list)) = Load("identity").Module().Call<(Tensor, Tensor, Tensor, Tensor, (Tensor, Tensor[]))>(
                Torch.Ones(3), Torch.Tensor([1, 2]));
            return $"{x} {y} {z} {w} {list.Length}";
        });
        say("exported node by node", () =>
        {
            var net = Load("pairs.dynamic").Module();
            net.NodeByNode = true;
            return net.Call<(Tensor, long)>(Torch.Ones(2, 4), Torch.Ones(2, 4)).Item2;
        });
        say("exported printed", () => Torch.Export.Load("model.pt2").ToString().Split('\n')[2].Trim());
        say("exported operators", () => string.Join(" ", Load("pairs.dynamic").Operators()));
        say("exported wrongly", () => Torch.Export.Load("model.pt2").Module().Call<string>(Torch.Ones(2, 2)));
    }
}
