using TorchLite;
using TorchLite.Nn;
using TorchLite.Nn.Utils.Parametrize;
using TorchLite.Nn.Utils.Prune;
using Buffer = TorchLite.Nn.Buffer;
using F = TorchLite.Torch.Nn.Functional;

// Modules of all kinds: what is registered is found by reflection, which code that is trimmed must not take away.
static class Networks
{
    public static void Run(Action<string, Func<object>> say, string folder)
    {
        void Whole(string name, Func<Module> make, Func<Module, Tensor>? call = null)
        {
            say($"{name} printed", make);
            say($"{name} state", () => Shapes(make().StateDict()));
            say($"{name} metadata", () => string.Join(" ", make().StateDict().Metadata.Select(one => $"{one.Key}:{one.Value["version"]}")));
            say($"{name} parameters", () => string.Join(" ", make().NamedParameters().Select(one => one.Name)));
            say($"{name} buffers", () => string.Join(" ", make().NamedBuffers().Select(one => one.Name)));
            say($"{name} saved", () => Reloaded(make, folder));
            say($"{name} cloned", () => Cloned(make()));
            say($"{name} moved", () => string.Join(" ", make().Double().StateDict().Values.Select(one => one.DType).Distinct()));
            if (call is not null)
            {
                say($"{name} called", () => Trained(make(), call));
            }
        }

        var x = Torch.Ones(2, 3);
        Whole("Sequential", () => new Sequential(new Linear(3, 4), new BatchNorm1d(4), new ReLU()), m => ((Sequential)m).Call(x));
        Whole("named Sequential", () => new Sequential(("in", new Linear(3, 4)), ("out", new Tanh())), m => ((Sequential)m).Call(x));
        Whole("ModuleList", () => (ModuleList<Linear>)[new Linear(3, 3), new Linear(3, 3)],
            m => ((ModuleList<Linear>)m).Aggregate(x, (y, layer) => layer.Call(y)));
        Whole("ModuleDict", () => new ModuleDict<Module> { ["a"] = new Linear(3, 2), ["b"] = new PReLU() },
            m => ((Linear)((ModuleDict<Module>)m)["a"]).Call(x));
        Whole("ParameterList", () => new ParameterList([Torch.Ones(2), Torch.Zeros(3)]), m => ((ParameterList)m)[1] + x);
        Whole("ParameterDict", () => new ParameterDict(new Dictionary<string, Tensor> { ["b"] = Torch.Ones(2), ["a"] = Torch.Zeros(3) }),
            m => ((ParameterDict)m)["a"] + x);

        Whole("fields", () => new Fields(), m => ((Fields)m).Call(x));
        Whole("properties", () => new Properties(), m => ((Properties)m).Call(x));
        Whole("captured", () => new Captured(new Linear(3, 3), 2), m => ((Captured)m).Call(x));
        Whole("derived", () => new Derived(), m => ((Derived)m).Call(x));
        Whole("generic", () => new Residual<Linear, Tanh>(new Linear(3, 3), new Tanh()), m => ((Residual<Linear, Tanh>)m).Call(x));
        Whole("nested", () => new Nested(3), m => ((Nested)m).Call(x));
        Whole("tied", () => new TiedNet(), m => ((TiedNet)m).Call(Torch.Tensor([0, 1])));
        Whole("extra", () => new Extra { Steps = 3 });
        Whole("tuple", () => new Pair(), m => ((Pair)m).Call(x).Sum);
        Whole("two inputs", () => new Two(), m => ((Two)m).Call(x, x));
        Whole("record", () => new Settings(new(3, 2, "tanh")), m => ((Settings)m).Call(x));
        Whole("attention", () => new TransformerEncoderLayer(4, 2, 5, dropout: 0),
            m => ((TransformerEncoderLayer)m).Call(Torch.Ones(2, 1, 4)));
        Whole("lstm", () => new LSTM(3, 2, bidirectional: true), m => ((LSTM)m).Call(Torch.Ones(2, 1, 3)).Output);
        Whole("convolution", () => new Conv2d(1, 2, 3, padding: 1), m => ((Conv2d)m).Call(Torch.Ones(1, 1, 3, 3)));

        say("plain list", () => new PlainList().Parameters().Count());
        say("plain tuple", () => new PlainTuple().Parameters().Count());
        say("wrong keys", () => new Fields().LoadStateDict(new Linear(1, 1).StateDict("module.")));
        say("set anew", () =>
        {
            var net = new Properties();
            net.RegisterModule("first", new Linear(3, 5));
            net.SetSubmodule("second", new Linear(5, 1));
            return $"{net} {net.Call(x).Shape} {net.GetParameter("second.weight").Shape}";
        });
        say("set wrongly", () => { new Properties().RegisterModule("first", new ReLU()); return "no error"; });

        say("hooks", () =>
        {
            Torch.ManualSeed(0);
            var seen = new List<string>();
            var net = new Fields();
            net.RegisterForwardPreHook((m, args) => seen.Add($"before {m.GetType().Name} {args.Length}"));
            net.RegisterForwardPreHook((_, args) => [(Tensor)args[0]! * 2]);
            net.RegisterForwardHook((_, _, output) => seen.Add($"after {((Tensor)output!).Shape}"));
            net.RegisterForwardHook((_, _, output) => (Tensor)output! * 2);
            net.RegisterFullBackwardPreHook((_, grads) => { seen.Add($"back {grads[0]}"); return null; });
            net.RegisterFullBackwardHook((_, inputs, _) => { seen.Add($"through {inputs[0]!.Shape}"); return null; });
            net.RegisterStateDictPreHook((_, prefix, _) => seen.Add("saving"));
            net.RegisterStateDictPostHook((_, state, _) => seen.Add($"saved {state.Count}"));
            net.RegisterLoadStateDictPreHook((_, loading, prefix) => seen.Add($"loading {loading.Version(prefix)}"));
            net.RegisterLoadStateDictPostHook((_, keys) => seen.Add($"{keys}"));
            net.Call(Torch.Ones([1, 3], requiresGrad: true)).Sum().Backward();
            net.LoadStateDict(net.StateDict());
            return string.Join("; ", seen);
        });
        say("hooks of a tuple", () =>
        {
            var net = new Pair();
            net.RegisterForwardHook((_, _, output) =>
            {
                var (sum, parts) = ((Tensor, Tensor[]))output!;
                return (sum * 2, parts);
            });
            net.RegisterFullBackwardHook((_, _, _) => null);
            var (total, _) = net.Call(Torch.Ones([1, 3], requiresGrad: true));
            total.Backward();
            return $"{total.Shape} {net.GetParameter("scale").Grad}";
        });
        say("hook that is wrong", () =>
        {
            var net = new Fields();
            net.RegisterForwardHook((_, _, _) => "text");
            return net.Call(x);
        });

        say("lazy", () =>
        {
            Torch.ManualSeed(0);
            var net = new Sequential(new LazyLinear(2), new LazyBatchNorm1d());
            var before = $"{net}";
            var output = net.Call(x);
            return $"{before} {net} {output.Shape} {Shapes(net.StateDict())}";
        });
        say("lazy loaded", () =>
        {
            var net = new LazyConv2d(2, 1);
            net.LoadStateDict(new Conv2d(3, 2, 1).StateDict());
            return $"{net} {net.Weight.Shape}";
        });
        say("lazy counted", () => new LazyLinear(2).Parameters().Sum(one => one.Numel()));

        say("parametrize", () =>
        {
            Torch.ManualSeed(0);
            var net = Torch.Nn.Utils.Parametrize.RegisterParametrization(new Linear(3, 3), "weight", new Symmetric());
            var weight = net.Weight.Detach();
            return $"{net} {Shapes(net.StateDict())} {weight.Equal(weight.T)} {net.Call(x).Shape} {Cloned(net)}";
        });
        say("parametrized away", () =>
        {
            var net = Torch.Nn.Utils.Parametrize.RegisterParametrization(new Linear(3, 3), "weight", new Symmetric());
            return Shapes(Torch.Nn.Utils.Parametrize.RemoveParametrizations(net, "weight").StateDict());
        });
        say("parametrizations", () => string.Join("; ", new Func<Module>[]
        {
            () => Torch.Nn.Utils.Parametrizations.WeightNorm(new Linear(3, 3)),
            () => Torch.Nn.Utils.Parametrizations.Orthogonal(new Linear(3, 3)),
            () => Torch.Nn.Utils.Parametrizations.SpectralNorm(new Linear(3, 3)), () => Torch.Nn.Utils.WeightNorm(new Linear(3, 3)),
            () => Torch.Nn.Utils.SpectralNorm(new Linear(3, 3)),
        }.Select(make => $"{Shapes(make().StateDict())} {((Linear)make()).Call(x).Shape} {Reloaded(make, folder)}")));
        say("prune", () =>
        {
            var net = Torch.Nn.Utils.Prune.L1Unstructured(new Linear(3, 2), "weight", 2);
            Torch.Nn.Utils.Prune.RandomStructured(net, "weight", 1, 0);
            return $"{Shapes(net.StateDict())} {net.GetBuffer("weight_mask").Sum().Item()} {net.Call(x).Shape} {Cloned(net)} "
                + Shapes(Torch.Nn.Utils.Prune.Remove(net, "weight").StateDict());
        });
        say("own pruning", () =>
        {
            var net = new Linear(3, 2);
            new EveryOther().Apply(net, "weight");
            return net.GetBuffer("weight_mask");
        });

        say("summary", () => Torch.Utils.Summary(new Sequential(new Linear(3, 4), new Fields4(), new ReLU()), new Shape(2, 3)));
        say("mermaid", () => Torch.Utils.Summary(new Sequential(new Linear(3, 4), new ReLU()), new Shape(2, 3)).ToMermaid());
        say("fused", () => Torch.Nn.Utils.FuseConvBnEval(new Conv2d(1, 2, 1).Eval(), new BatchNorm2d(2).Eval()).Bias!.Shape);
        say("skip init", () => Torch.Nn.Utils.SkipInit(device => new Linear(2, 1, device: device)).Weight.Shape);
        say("functional call", () => Torch.Func.FunctionalCall(
            new Linear(2, 1), new Dictionary<string, Tensor> { ["weight"] = Torch.Ones(1, 2), ["bias"] = Torch.Zeros(1) },
            Torch.Ones(1, 2)));
        say("initialised", () =>
        {
            Torch.ManualSeed(0);
            return Torch.Nn.Init.XavierUniform_(new Linear(2, 2).Weight).Detach();
        });
        say("clipped", () =>
        {
            var net = new Linear(2, 1);
            net.Call(Torch.Ones(1, 2)).Sum().Backward();
            return Torch.Nn.Utils.ClipGradNorm_(net.Parameters(), 1);
        });
        say("packed", () => Torch.Nn.Utils.Rnn.PackSequence([Torch.Ones(2), Torch.Zeros(1)]));
        say("applied", () =>
        {
            var seen = new List<string>();
            new Nested(3).Apply(module => seen.Add(module.GetType().Name));
            return string.Join(" ", seen);
        });
        say("losses", () => string.Join(
            " ", new CrossEntropyLoss().Call(x, Torch.Tensor([0, 1])), new MSELoss().Call(x, x * 2), F.Relu(x).Sum()));
        say("checkpoint of a training", () =>
        {
            Torch.ManualSeed(0);
            var path = Path.Combine(folder, "training.pt");
            Torch.Save(new Dictionary<string, object?>
            {
                ["model"] = new Fields().StateDict(), ["epoch"] = 3, ["rng"] = Torch.GetRngState(),
                ["optimizer"] = new Dictionary<string, object> { ["state"] = new Dictionary<int, object>(), ["lr"] = 0.1 },
            }, path);
            var back = (OrderedDictionary<object, object?>)Torch.Load(path)!;
            return $"{new Fields().LoadStateDict((OrderedDictionary<object, object?>)back["model"]!)} {string.Join(" ", back.Keys)}";
        });
    }

    private static string Shapes(StateDict state) =>
        string.Join(", ", state.Select(one => $"{one.Key} {string.Join("x", one.Value.Shape)}"));

    // What is saved of one is loaded into another, and is the same then.
    private static string Reloaded(Func<Module> make, string folder)
    {
        Torch.ManualSeed(0);
        var (from, to) = (make(), make());
        var path = Path.Combine(folder, "state.pt");
        Torch.Save(from.StateDict(), path);
        var keys = to.LoadStateDict(Torch.LoadStateDict(path));
        return $"{keys} {Same(from, to)}";
    }

    private static string Cloned(Module module)
    {
        var copy = module.Clone();
        var shared = module.StateDict().Zip(copy.StateDict()).Count(pair => pair.First.Value.DataPtr() == pair.Second.Value.DataPtr());
        return $"{copy.GetType() == module.GetType()} {Same(module, copy)} {shared}";
    }

    private static bool Same(Module a, Module b) =>
        $"{a}" == $"{b}" && a.StateDict().Keys.SequenceEqual(b.StateDict().Keys)
        && a.StateDict().Zip(b.StateDict()).All(pair => pair.First.Value.Equal(pair.Second.Value));

    private static string Trained(Module module, Func<Module, Tensor> call)
    {
        Torch.ManualSeed(0);
        var output = call(module);
        output.Sum().Backward();
        var trained = module.NamedParameters().Where(one => one.Parameter.Grad is not null).Select(one => one.Name);
        return $"{output.Shape} {string.Join(" ", trained)}";
    }

    private sealed class Fields : Module<Tensor, Tensor>
    {
        private readonly Linear fc1 = new(3, 4), _fc2 = new(4, 2);
        private readonly Buffer runningMean = new(Torch.Zeros(2)), scratch = new(Torch.Zeros(2), persistent: false);
        private readonly Parameter? missing = null;
        public Parameter scale = new(Torch.Ones(2));
        [Unregistered]
        private readonly Linear teacher = new(3, 2);

        protected override Tensor Forward(Tensor x) =>
            _fc2.Call(fc1.Call(x).Relu()) * scale + runningMean + scratch + teacher.Call(x).Detach() * (missing is null ? 0 : 1);
    }

    private sealed class Fields4 : Module<Tensor, Tensor>
    {
        [Name("proj")]
        private readonly Linear projection = new(4, 4);

        protected override Tensor Forward(Tensor x) => projection.Call(x);
    }

    private class Properties : Module<Tensor, Tensor>
    {
        public Linear First { get; set; } = new(3, 4);
        protected Linear Second { get; init; } = new(4, 2);
        private Parameter LnF { get; } = new(Torch.Ones(1));
        [Name("w")]
        internal Parameter Renamed { get; } = new(Torch.Ones(1));
        public object Wider { get; } = new Linear(2, 2);
        public Linear? None { get; set; }

        // Declared but never read by the program.
        public Linear Unread { get; } = new(1, 1);

        protected override Tensor Forward(Tensor x) => Second.Call(First.Call(x)) * LnF * Renamed;
    }

    private sealed class Captured([Name("inner")] Linear layer, int number) : Module<Tensor, Tensor>
    {
        protected override Tensor Forward(Tensor x) => layer.Call(x) * number;
    }

    private sealed class Derived : Properties
    {
        private readonly Dropout dropout = new(0.0);

        public Derived() => Second = new(4, 3);

        protected override string ExtraRepr() => "kind=derived";

        protected override Tensor Forward(Tensor x) => dropout.Call(base.Forward(x));
    }

    private sealed class Residual<TBody, TActivation>(TBody body, TActivation activation) : Module<Tensor, Tensor>
        where TBody : Module<Tensor, Tensor>
        where TActivation : Module<Tensor, Tensor>
    {
        protected override Tensor Forward(Tensor x) => x + activation.Call(body.Call(x));
    }

    private sealed class Nested : Module<Tensor, Tensor>
    {
        public ModuleList<Residual<Linear, Tanh>> Blocks { get; }
        public ModuleDict<Module> Heads { get; } =
            new() { ["one"] = new Linear(3, 1), ["two"] = new Sequential(new Linear(3, 2), new ReLU()) };
        public ParameterList Scales { get; } = [new Parameter(Torch.Ones(3))];
        public ParameterDict Shifts { get; } = new() { ["left"] = new Parameter(Torch.Zeros(3)) };

        public Nested(int count) =>
            Blocks = [.. Enumerable.Range(0, count).Select(_ => new Residual<Linear, Tanh>(new Linear(3, 3), new Tanh()))];

        protected override Tensor Forward(Tensor x)
        {
            foreach (var block in Blocks)
            {
                x = block.Call(x) * Scales[0] + Shifts["left"];
            }

            return ((Linear)Heads["one"]).Call(x);
        }
    }

    private sealed class TiedNet : Module<Tensor, Tensor>
    {
        public Embedding Wte { get; } = new(4, 3);
        public Linear LmHead { get; }

        public TiedNet() => LmHead = new(3, 4, bias: false) { Weight = Wte.Weight };

        protected override Tensor Forward(Tensor x) => LmHead.Call(Wte.Call(x));
    }

    private sealed class Extra : Module
    {
        public long Steps { get; set; }
        public Buffer Kept { get; } = new(Torch.Zeros(1));
        protected override object? GetExtraState() => Steps;
        protected override void SetExtraState(object? state) => Steps = (long)state!;
    }

    private sealed class Pair : Module<Tensor, (Tensor Sum, Tensor[] Parts)>
    {
        private readonly Parameter scale = new(Torch.Ones(3));
        protected override (Tensor Sum, Tensor[] Parts) Forward(Tensor x) => ((x * scale).Sum(), [x, scale]);
    }

    private sealed class Two : Module<Tensor, Tensor, Tensor>
    {
        private readonly Bilinear bilinear = new(3, 3, 1);
        protected override Tensor Forward(Tensor x, Tensor y) => bilinear.Call(x, y);
    }

    private sealed record Config(int Width, int Depth, string Activation);

    private sealed class Settings(Config config) : Module<Tensor, Tensor>
    {
        private readonly Sequential layers = [.. Enumerable.Range(0, config.Depth).Select(_ => new Linear(config.Width, config.Width))];
        protected override Tensor Forward(Tensor x) => config.Activation == "tanh" ? layers.Call(x).Tanh() : layers.Call(x);
    }

    private sealed class PlainList : Module
    {
        public List<Linear> Layers { get; } = [new(1, 1)];
    }

    private sealed class PlainTuple : Module
    {
        public (Linear First, int Second) Layers { get; } = (new(1, 1), 2);
    }

    private sealed class Symmetric : Module<Tensor, Tensor>, IRightInverse
    {
        public Tensor RightInverse(Tensor x) => x.Triu();
        protected override Tensor Forward(Tensor x) => x.Triu() + x.Triu(1).Transpose(-1, -2);
    }

    private sealed class EveryOther : BasePruningMethod
    {
        public override PruningType PruningType => PruningType.Unstructured;

        public override Tensor ComputeMask(Tensor t, Tensor defaultMask)
        {
            var mask = defaultMask.Clone();
            mask.View(-1)["::2"] = 0;
            return mask;
        }
    }
}
