using TorchLite.Nn;
using Buffer = TorchLite.Nn.Buffer;

namespace TorchLite.Tests.Serialization;

/// <summary>The networks that tests/reference/state_dicts.py makes by hand, by the same names.</summary>
internal static class SavedNetworks
{
    public static Module Make(string name) => name switch
    {
        "ModuleList" => (ModuleList<Module>)[new Linear(2, 3), new ReLU(), new BatchNorm1d(3)],
        "ModuleDict" => new ModuleDict<Module> { ["first"] = new Linear(2, 3), ["second"] = (ModuleList<Module>)[new PReLU()] },
        "ParameterList" => new ParameterList([Torch.Ones(2), Torch.Ones(1, 3)]),
        "ParameterDict" => new ParameterDict(new Dictionary<string, Tensor> { ["b"] = Torch.Ones(2), ["a"] = Torch.Ones() }),
        "Named" => new Sequential(("in", new Linear(2, 3)), ("out", new Sequential(new Tanh(), new Linear(3, 1)))),
        "Counting" => new Counting(),
        "Tied" => new Tied(),
        "Bfloat16" => new Sequential(new Linear(2, 3), new BatchNorm1d(3)).To(DType.Bfloat16),
        "ChannelsLast" => new Conv2d(2, 3, 2).To(MemoryFormat.ChannelsLast),
        "weight_norm" => Torch.Nn.Utils.WeightNorm(new Linear(2, 3)),
        "spectral_norm" => Torch.Nn.Utils.SpectralNorm(new Linear(2, 3)),
        "parametrizations.weight_norm" => Torch.Nn.Utils.Parametrizations.WeightNorm(new Linear(2, 3)),
        "parametrizations.spectral_norm" => Torch.Nn.Utils.Parametrizations.SpectralNorm(new Linear(2, 3)),
        "parametrizations.orthogonal" => Torch.Nn.Utils.Parametrizations.Orthogonal(new Linear(3, 3)),
        "prune" => Torch.Nn.Utils.Prune.L1Unstructured(new Linear(3, 2), "weight", 2),
        _ => throw new ArgumentException(name),
    };

    private sealed class Counting : Module
    {
        private long steps;

        public Linear Inner { get; } = new(2, 1);

        public Buffer Kept { get; } = new(Torch.Zeros(2, dtype: DType.Int64));

        public Buffer Scratch { get; } = new(Torch.Zeros(2), persistent: false);

        protected override object? GetExtraState() => new OrderedDictionary<object, object?> { ["steps"] = steps };

        protected override void SetExtraState(object? state) => steps = (long)((OrderedDictionary<object, object?>)state!)["steps"]!;
    }

    private sealed class Tied : Module
    {
        public Tied() => LmHead = new(3, 4, bias: false) { Weight = Embedding.Weight };

        public Embedding Embedding { get; } = new(4, 3);

        public Linear LmHead { get; }
    }
}
