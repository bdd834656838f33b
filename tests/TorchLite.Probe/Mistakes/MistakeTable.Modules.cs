using TorchLite.Nn;
using NnUtils = TorchLite.Torch.Nn.Utils;

namespace TorchLite.Probe.Mistakes;

/// <content>What modules register, load and hold, and what is done to their parameters.</content>
internal static partial class MistakeTable
{
    private static readonly Mistake[] Modules =
    [
        // Registration.
        new("torch.nn.Linear(2, 1).register_parameter('', None)", static () => new Linear(2, 1).RegisterParameter("", null)),
        new("torch.nn.Linear(2, 1).register_parameter('a.b', None)", static () => new Linear(2, 1).RegisterParameter("a.b", null)),
        new("torch.nn.Linear(2, 1).register_buffer('', None)", static () => new Linear(2, 1).RegisterBuffer("", null)),
        new("torch.nn.Linear(2, 1).register_buffer('a.b', torch.ones(1))",
            static () => new Linear(2, 1).RegisterBuffer("a.b", Torch.Ones(1))),
        new("torch.nn.Linear(2, 1).register_module('', None)", static () => new Linear(2, 1).RegisterModule("", null)),
        new("torch.nn.Linear(2, 1).register_module('a.b', torch.nn.ReLU())",
            static () => new Linear(2, 1).RegisterModule("a.b", new ReLU())),
        new("torch.nn.Linear(2, 1).add_module('a.b', torch.nn.ReLU())", static () => new Linear(2, 1).AddModule("a.b", new ReLU())),
        new("torch.nn.Linear(2, 1).get_parameter('wieght')", static () => new Linear(2, 1).GetParameter("wieght")),
        new("torch.nn.Linear(2, 1).get_parameter('a.weight')", static () => new Linear(2, 1).GetParameter("a.weight")),
        new("torch.nn.Linear(2, 1).get_parameter('weight.a')", static () => new Linear(2, 1).GetParameter("weight.a")),
        new("torch.nn.BatchNorm1d(2).get_parameter('running_mean')", static () => new BatchNorm1d(2).GetParameter("running_mean")),
        new("torch.nn.Linear(2, 1).get_buffer('weight')", static () => new Linear(2, 1).GetBuffer("weight")),
        new("torch.nn.Linear(2, 1).get_buffer('a')", static () => new Linear(2, 1).GetBuffer("a")),
        new("torch.nn.Linear(2, 1).get_submodule('a')", static () => new Linear(2, 1).GetSubmodule("a")),
        new("torch.nn.Linear(2, 1).get_submodule('weight')", static () => new Linear(2, 1).GetSubmodule("weight")),
        new("torch.nn.Sequential(torch.nn.ReLU()).get_submodule('0.a')", static () => new Sequential(new ReLU()).GetSubmodule("0.a")),
        new("torch.nn.Sequential(torch.nn.ReLU()).get_submodule('1')", static () => new Sequential(new ReLU()).GetSubmodule("1")),
        new("torch.nn.Linear(2, 1).set_submodule('', torch.nn.ReLU())", static () => new Linear(2, 1).SetSubmodule("", new ReLU())),
        new("torch.nn.Linear(2, 1).set_submodule('a.b', torch.nn.ReLU())", static () => new Linear(2, 1).SetSubmodule("a.b", new ReLU())),
        new("torch.nn.Parameter(torch.ones(2, dtype=torch.int64))", static () => new Parameter(Torch.Ones([2], dtype: DType.Int64))),

        // Conversion.
        new("torch.nn.Linear(2, 1).to(torch.int64)", static () => new Linear(2, 1).To(DType.Int64)),
        new("torch.nn.Linear(2, 1).to(torch.bool)", static () => new Linear(2, 1).To(DType.Bool)),
        new("torch.nn.Linear(2, 1).to('cuda')", static () => new Linear(2, 1).To("cuda")),
        new("torch.nn.Linear(2, 1).to('nowhere')", static () => new Linear(2, 1).To("nowhere")),
        new("torch.nn.Linear(2, 1, device='meta').to('cpu')", static () => new Linear(2, 1, device: "meta").To("cpu")),
        new("torch.nn.Linear(2, 1, device='meta')(torch.ones(2))", static () => new Linear(2, 1, device: "meta").Call(Torch.Ones(2))),
        new("torch.nn.Linear(2, 1).double()(torch.ones(2))", static () => new Linear(2, 1).Double().Call(Torch.Ones(2))),
        new("torch.nn.Linear(2, 1).half()(torch.ones(2))", static () => new Linear(2, 1).Half().Call(Torch.Ones(2))),
        new("torch.nn.Linear(2, 1).type(torch.int64)", static () => new Linear(2, 1).Type(DType.Int64)),

        // Modules that do not know their sizes yet.
        new("torch.nn.LazyLinear(3).weight.shape", static () => new LazyLinear(3).Weight.Shape),
        new("torch.nn.LazyLinear(3).weight + 1", static () => new LazyLinear(3).Weight + 1),
        new("torch.nn.LazyLinear(3).weight.numel()", static () => new LazyLinear(3).Weight.Numel()),
        new("torch.nn.LazyLinear(3).weight.sum()", static () => new LazyLinear(3).Weight.Sum()),
        new("torch.nn.utils.parameters_to_vector(torch.nn.LazyLinear(3).parameters())",
            static () => NnUtils.ParametersToVector(new LazyLinear(3).Parameters())),
        new("whole(lambda: torch.nn.LazyLinear(3).load_state_dict({'weight': torch.ones(3, 2)}))",
            static () => Whole(static () => new LazyLinear(3).LoadStateDict(new StateDict { ["weight"] = Torch.Ones(3, 2) }))),
        new("torch.nn.LazyBatchNorm1d().running_mean + 1", static () => new LazyBatchNorm1d().RunningMean! + 1),

        // State dicts.
        new("whole(lambda: torch.nn.Linear(2, 1).load_state_dict({}))",
            static () => Whole(static () => new Linear(2, 1).LoadStateDict(new StateDict()))),
        new("whole(lambda: torch.nn.Linear(2, 1).load_state_dict({'weight': torch.ones(1, 2)}))",
            static () => Loaded(new Linear(2, 1), ("weight", Torch.Ones(1, 2)))),
        new("whole(lambda: torch.nn.Linear(2, 1).load_state_dict({'wieght': torch.ones(1, 2), 'bias': torch.ones(1)}))",
            static () => Loaded(new Linear(2, 1), ("wieght", Torch.Ones(1, 2)), ("bias", Torch.Ones(1)))),
        new("whole(lambda: torch.nn.Linear(2, 1, bias=False).load_state_dict({'weight': torch.ones(1, 2), 'bias': torch.ones(1)}))",
            static () => Loaded(new Linear(2, 1, bias: false), ("weight", Torch.Ones(1, 2)), ("bias", Torch.Ones(1)))),
        new("whole(lambda: torch.nn.Linear(2, 1).load_state_dict({'weight': torch.ones(2, 1), 'bias': torch.ones(1)}))",
            static () => Loaded(new Linear(2, 1), ("weight", Torch.Ones(2, 1)), ("bias", Torch.Ones(1)))),
        new("whole(lambda: torch.nn.Linear(2, 1).load_state_dict({'weight': torch.ones(2), 'bias': torch.ones([])}))",
            static () => Loaded(new Linear(2, 1), ("weight", Torch.Ones(2)), ("bias", Torch.Ones([])))),
        new("whole(lambda: torch.nn.Linear(2, 1).load_state_dict({'weight': torch.ones(2, 1)}, strict=False))",
            static () => Whole(static () =>
                new Linear(2, 1).LoadStateDict(new StateDict { ["weight"] = Torch.Ones(2, 1) }, strict: false))),
        new("whole(lambda: torch.nn.Linear(2, 1).load_state_dict({'a': torch.ones(1), 'weight': torch.ones(3, 1), 'a.b': torch.ones(1)}))",
            static () => Loaded(new Linear(2, 1), ("a", Torch.Ones(1)), ("weight", Torch.Ones(3, 1)), ("a.b", Torch.Ones(1)))),
        new("torch.nn.Linear(2, 1).load_state_dict({'weight': torch.ones(1, 2)}, strict=False)",
            static () => new Linear(2, 1).LoadStateDict(new StateDict { ["weight"] = Torch.Ones(1, 2) }, strict: false)),
        new("whole(lambda: torch.nn.Linear(2, 1).load_state_dict({'weight': 'text', 'bias': torch.ones(1)}))",
            static () => Whole(static () => new Linear(2, 1).LoadStateDict(
                new Dictionary<object, object?> { ["weight"] = "text", ["bias"] = Torch.Ones(1) }))),
        new("""
            m = torch.nn.Sequential(torch.nn.Linear(2, 1), torch.nn.BatchNorm1d(1))
            whole(lambda: m.load_state_dict({'0.weight': torch.ones(1, 2)}))
            """,
            static () => Loaded(new Sequential(new Linear(2, 1), new BatchNorm1d(1)), ("0.weight", Torch.Ones(1, 2)))),
        new("""
            m = torch.nn.Sequential(torch.nn.Linear(2, 1))
            whole(lambda: m.load_state_dict({'0.weight': torch.ones(1, 2), '1.bias': torch.ones(1)}))
            """,
            static () => Loaded(new Sequential(new Linear(2, 1)), ("0.weight", Torch.Ones(1, 2)), ("1.bias", Torch.Ones(1)))),
        new("whole(lambda: torch.nn.BatchNorm1d(2).load_state_dict({'weight': torch.ones(2), 'bias': torch.ones(2)}))",
            static () => Loaded(new BatchNorm1d(2), ("weight", Torch.Ones(2)), ("bias", Torch.Ones(2)))),
        new("whole(lambda: torch.nn.BatchNorm1d(2).load_state_dict(torch.nn.BatchNorm1d(3).state_dict()))",
            static () => Whole(static () => new BatchNorm1d(2).LoadStateDict(new BatchNorm1d(3).StateDict()))),
        new("whole(lambda: torch.nn.LSTM(2, 3).load_state_dict(torch.nn.LSTM(2, 4, num_layers=2).state_dict()))",
            static () => Whole(static () => new LSTM(2, 3).LoadStateDict(new LSTM(2, 4, numLayers: 2).StateDict()))),
        new("whole(lambda: torch.nn.MultiheadAttention(4, 2).load_state_dict(torch.nn.MultiheadAttention(4, 2, kdim=3).state_dict()))",
            static () => Whole(static () => new MultiheadAttention(4, 2).LoadStateDict(new MultiheadAttention(4, 2, kdim: 3).StateDict()))),
        new("whole(lambda: torch.nn.Conv2d(1, 2, 3).load_state_dict(torch.nn.Conv1d(1, 2, 3).state_dict()))",
            static () => Whole(static () => new Conv2d(1, 2, 3).LoadStateDict(new Conv1d(1, 2, 3).StateDict()))),
        new("whole(lambda: torch.nn.Linear(2, 1).load_state_dict(torch.nn.Linear(2, 1, device='meta').state_dict()))",
            static () => Whole(static () => new Linear(2, 1).LoadStateDict(new Linear(2, 1, device: "meta").StateDict()))),
        new("whole(lambda: torch.nn.EmbeddingBag(3, 2).load_state_dict(torch.nn.Embedding(2, 2).state_dict(), assign=True))",
            static () => Whole(static () => new EmbeddingBag(3, 2).LoadStateDict(new Embedding(2, 2).StateDict(), assign: true))),

        // Containers.
        new("torch.nn.ModuleList([torch.nn.ReLU()])[1]", static () => ModuleList.Create<Module>([new ReLU()])[1]),
        new("torch.nn.ModuleList([torch.nn.ReLU()])[-2]", static () => ModuleList.Create<Module>([new ReLU()])[-2]),
        new("torch.nn.ModuleList()[0]", static () => new ModuleList<ReLU>()[0]),
        new("torch.nn.ModuleList([torch.nn.ReLU()]).pop(3)", static () => ModuleList.Create<Module>([new ReLU()]).Pop(3)),
        new("torch.nn.Sequential(torch.nn.ReLU())[1]", static () => new Sequential(new ReLU())[1]),
        new("torch.nn.Sequential(torch.nn.ReLU())[-2]", static () => new Sequential(new ReLU())[-2]),
        new("torch.nn.Sequential(torch.nn.ReLU()).pop(1)", static () => new Sequential(new ReLU()).Pop(1)),
        new("torch.nn.Sequential(torch.nn.ReLU()).insert(2, torch.nn.ReLU())",
            static () => new Sequential(new ReLU()).Insert(2, new ReLU())),
        new("torch.nn.Sequential(torch.nn.ReLU()).insert(-3, torch.nn.ReLU())",
            static () => new Sequential(new ReLU()).Insert(-3, new ReLU())),
        new("torch.nn.ModuleDict({'a': torch.nn.ReLU()})['b']", static () => new ModuleDict<ReLU> { ["a"] = new() }["b"]),
        new("torch.nn.ModuleDict({'a': torch.nn.ReLU()}).pop('b')", static () => new ModuleDict<ReLU> { ["a"] = new() }.Pop("b")),
        new("torch.nn.ModuleDict({'a.b': torch.nn.ReLU()})", static () => new ModuleDict<ReLU> { ["a.b"] = new() }),
        new("torch.nn.ModuleDict({'': torch.nn.ReLU()})", static () => new ModuleDict<ReLU> { [""] = new() }),
        new("torch.nn.ParameterList([torch.ones(2)])[1]", static () => new ParameterList([Torch.Ones(2)])[1]),
        new("torch.nn.ParameterList([torch.ones(2)])[-2]", static () => new ParameterList([Torch.Ones(2)])[-2]),
        new("torch.nn.ParameterDict()['a']", static () => new ParameterDict()["a"]),
        new("torch.nn.ParameterDict().pop('a')", static () => new ParameterDict().Pop("a")),
        new("torch.nn.ParameterDict().popitem()", static () => new ParameterDict().Popitem()),

        // Hooks.
        new("""
            m = torch.nn.Linear(2, 1)
            m.register_full_backward_hook(lambda m, gi, go: gi + gi)
            m(torch.ones(1, 2, requires_grad=True)).sum().backward()
            """,
            static () => Hooked(static m => m.RegisterFullBackwardHook(static (_, gradInput, _) => [.. gradInput, .. gradInput]))),
        new("""
            m = torch.nn.Linear(2, 1)
            m.register_full_backward_pre_hook(lambda m, go: go + go)
            m(torch.ones(1, 2, requires_grad=True)).sum().backward()
            """,
            static () => Hooked(static m => m.RegisterFullBackwardPreHook(static (_, gradOutput) => [.. gradOutput, .. gradOutput]))),
        new("""
            m = torch.nn.Linear(2, 1)
            m.register_full_backward_hook(lambda m, gi, go: (torch.ones(3),))
            m(torch.ones(1, 2, requires_grad=True)).sum().backward()
            """,
            static () => Hooked(static m => m.RegisterFullBackwardHook(static (_, _, _) => [Torch.Ones(3)]))),
        new("""
            m = torch.nn.Linear(2, 1)
            m.register_full_backward_hook(lambda m, gi, go: (torch.ones(1, 2),))
            m(torch.ones(1, 2)).sum().backward()
            """,
            static () =>
            {
                var m = new Linear(2, 1);
                m.RegisterFullBackwardHook(static (_, _, _) => [Torch.Ones(1, 2)]);
                m.Call(Torch.Ones(1, 2)).Sum().Backward();
            }),
        new("""
            m = torch.nn.ReLU(inplace=True)
            m.register_full_backward_hook(lambda m, gi, go: None)
            m(torch.ones(2, requires_grad=True) * 1).sum().backward()
            """,
            static () =>
            {
                var m = new ReLU(inplace: true);
                m.RegisterFullBackwardHook(static (_, _, _) => null);
                m.Call(Torch.Ones([2], requiresGrad: true) * 1).Sum().Backward();
            }),

        // What is done to parameters.
        new("torch.nn.utils.clip_grad_norm_([], 1.0)", static () => NnUtils.ClipGradNorm_(Array.Empty<Tensor>(), 1.0)),
        new("""
            x = torch.nn.Parameter(torch.ones(2))
            (x * float('inf')).sum().backward()
            torch.nn.utils.clip_grad_norm_([x], 1.0, error_if_nonfinite=True)
            """,
            static () =>
            {
                var x = new Parameter(Torch.Ones(2));
                (x * double.PositiveInfinity).Sum().Backward();
                NnUtils.ClipGradNorm_([x], 1.0, errorIfNonfinite: true);
            }),
        new("torch.nn.utils.vector_to_parameters(torch.ones(1), torch.nn.Linear(2, 1).parameters())",
            static () => NnUtils.VectorToParameters(Torch.Ones(1), new Linear(2, 1).Parameters())),
        new("torch.nn.utils.weight_norm(torch.nn.ReLU())", static () => NnUtils.WeightNorm(new ReLU())),
        new("torch.nn.utils.weight_norm(torch.nn.Linear(2, 1), 'wieght')", static () => NnUtils.WeightNorm(new Linear(2, 1), "wieght")),
        new("torch.nn.utils.weight_norm(torch.nn.utils.weight_norm(torch.nn.Linear(2, 1)))",
            static () => NnUtils.WeightNorm(NnUtils.WeightNorm(new Linear(2, 1)))),
        new("torch.nn.utils.weight_norm(torch.nn.Linear(2, 1), dim=5)", static () => NnUtils.WeightNorm(new Linear(2, 1), dim: 5)),
        new("torch.nn.utils.remove_weight_norm(torch.nn.Linear(2, 1))", static () => NnUtils.RemoveWeightNorm(new Linear(2, 1))),
        new("torch.nn.utils.spectral_norm(torch.nn.ReLU())", static () => NnUtils.SpectralNorm(new ReLU())),
        new("torch.nn.utils.spectral_norm(torch.nn.Linear(2, 1), n_power_iterations=0)",
            static () => NnUtils.SpectralNorm(new Linear(2, 1), nPowerIterations: 0)),
        new("torch.nn.utils.spectral_norm(torch.nn.utils.spectral_norm(torch.nn.Linear(2, 1)))",
            static () => NnUtils.SpectralNorm(NnUtils.SpectralNorm(new Linear(2, 1)))),
        new("torch.nn.utils.remove_spectral_norm(torch.nn.Linear(2, 1))", static () => NnUtils.RemoveSpectralNorm(new Linear(2, 1))),
        new("torch.nn.utils.parametrizations.weight_norm(torch.nn.ReLU())", static () => NnUtils.Parametrizations.WeightNorm(new ReLU())),
        new("torch.nn.utils.parametrizations.spectral_norm(torch.nn.ReLU())",
            static () => NnUtils.Parametrizations.SpectralNorm(new ReLU())),
        new("torch.nn.utils.parametrizations.spectral_norm(torch.nn.Linear(2, 1), n_power_iterations=0)",
            static () => NnUtils.Parametrizations.SpectralNorm(new Linear(2, 1), nPowerIterations: 0)),
        new("torch.nn.utils.parametrizations.spectral_norm(torch.nn.Linear(2, 1), dim=5)",
            static () => NnUtils.Parametrizations.SpectralNorm(new Linear(2, 1), dim: 5)),
        new("torch.nn.utils.parametrizations.orthogonal(torch.nn.ReLU())", static () => NnUtils.Parametrizations.Orthogonal(new ReLU())),
        new("torch.nn.utils.parametrizations.orthogonal(torch.nn.Linear(2, 1), 'bias')",
            static () => NnUtils.Parametrizations.Orthogonal(new Linear(2, 1), "bias")),
        new("""
            m = torch.nn.Linear(2, 3)
            torch.nn.utils.parametrizations.orthogonal(m, orthogonal_map='cayley', use_trivialization=False).weight.shape
            """,
            static () => NnUtils.Parametrizations.Orthogonal(
                new Linear(2, 3), orthogonalMap: OrthogonalMap.Cayley, useTrivialization: false).Weight.Shape),
        new("torch.nn.utils.parametrize.remove_parametrizations(torch.nn.Linear(2, 1), 'weight')",
            static () => NnUtils.Parametrize.RemoveParametrizations(new Linear(2, 1), "weight")),
        new("torch.nn.utils.parametrize.register_parametrization(torch.nn.Linear(2, 1), 'wieght', torch.nn.ReLU())",
            static () => NnUtils.Parametrize.RegisterParametrization(new Linear(2, 1), "wieght", new ReLU())),
        new("torch.nn.utils.parametrize.register_parametrization(torch.nn.Linear(2, 1), 'weight', torch.nn.Flatten(0))",
            static () => NnUtils.Parametrize.RegisterParametrization(new Linear(2, 1), "weight", new Flatten(0))),

        // Pruning.
        new("torch.nn.utils.prune.random_unstructured(torch.nn.Linear(3, 2), 'weight', amount=1.5)",
            static () => NnUtils.Prune.RandomUnstructured(new Linear(3, 2), "weight", amount: 1.5)),
        new("torch.nn.utils.prune.random_unstructured(torch.nn.Linear(3, 2), 'weight', amount=-0.5)",
            static () => NnUtils.Prune.RandomUnstructured(new Linear(3, 2), "weight", amount: -0.5)),
        new("torch.nn.utils.prune.random_unstructured(torch.nn.Linear(3, 2), 'weight', amount=-1)",
            static () => NnUtils.Prune.RandomUnstructured(new Linear(3, 2), "weight", amount: -1)),
        new("torch.nn.utils.prune.random_unstructured(torch.nn.Linear(3, 2), 'weight', amount=7)",
            static () => NnUtils.Prune.RandomUnstructured(new Linear(3, 2), "weight", amount: 7)),
        new("torch.nn.utils.prune.l1_unstructured(torch.nn.Linear(3, 2), 'weight', amount=7)",
            static () => NnUtils.Prune.L1Unstructured(new Linear(3, 2), "weight", amount: 7)),
        new("torch.nn.utils.prune.l1_unstructured(torch.nn.Linear(3, 2), 'wieght', amount=1)",
            static () => NnUtils.Prune.L1Unstructured(new Linear(3, 2), "wieght", amount: 1)),
        new("torch.nn.utils.prune.l1_unstructured(torch.nn.Linear(3, 2), 'weight', 1, importance_scores=torch.ones(3))",
            static () => NnUtils.Prune.L1Unstructured(new Linear(3, 2), "weight", 1, importanceScores: Torch.Ones(3))),
        new("torch.nn.utils.prune.random_structured(torch.nn.Linear(3, 2), 'bias', amount=1, dim=0)",
            static () => NnUtils.Prune.RandomStructured(new Linear(3, 2), "bias", amount: 1, dim: 0)),
        new("torch.nn.utils.prune.random_structured(torch.nn.Linear(3, 2), 'weight', amount=3, dim=0)",
            static () => NnUtils.Prune.RandomStructured(new Linear(3, 2), "weight", amount: 3, dim: 0)),
        new("torch.nn.utils.prune.random_structured(torch.nn.Linear(3, 2), 'weight', amount=1, dim=2)",
            static () => NnUtils.Prune.RandomStructured(new Linear(3, 2), "weight", amount: 1, dim: 2)),
        new("torch.nn.utils.prune.ln_structured(torch.nn.Linear(3, 2), 'weight', amount=1, n=2, dim=2)",
            static () => NnUtils.Prune.LnStructured(new Linear(3, 2), "weight", amount: 1, n: 2, dim: 2)),
        new("torch.nn.utils.prune.ln_structured(torch.nn.Linear(3, 2), 'bias', amount=1, n=2, dim=0)",
            static () => NnUtils.Prune.LnStructured(new Linear(3, 2), "bias", amount: 1, n: 2, dim: 0)),
        new("torch.nn.utils.prune.custom_from_mask(torch.nn.Linear(3, 2), 'weight', torch.ones(3, 3))",
            static () => NnUtils.Prune.CustomFromMask(new Linear(3, 2), "weight", Torch.Ones(3, 3))),
        new("torch.nn.utils.prune.remove(torch.nn.Linear(3, 2), 'weight')", static () => NnUtils.Prune.Remove(new Linear(3, 2), "weight")),

        // Functional calls.
        new("whole(lambda: torch.func.functional_call(torch.nn.Linear(2, 1), {'a': torch.ones(1)}, torch.ones(2), strict=True))",
            static () => Whole(static () => Torch.Func.FunctionalCall(
                new Linear(2, 1), new StateDict { ["a"] = Torch.Ones(1) }, Torch.Ones(2), strict: true))),
        new("whole(lambda: torch.func.functional_call(torch.nn.Linear(2, 1), {'bias': torch.ones(1)}, torch.ones(2), strict=True))",
            static () => Whole(static () => Torch.Func.FunctionalCall(
                new Linear(2, 1), new StateDict { ["bias"] = Torch.Ones(1) }, Torch.Ones(2), strict: true))),
        new("torch.func.functional_call(torch.nn.Linear(2, 1), {'a.b': torch.ones(1)}, torch.ones(2))",
            static () => Torch.Func.FunctionalCall(new Linear(2, 1), new StateDict { ["a.b"] = Torch.Ones(1) }, Torch.Ones(2))),
        new("torch.func.functional_call(torch.nn.Linear(2, 1), {'weight': torch.ones(1, 3)}, torch.ones(2))",
            static () => Torch.Func.FunctionalCall(new Linear(2, 1), new StateDict { ["weight"] = Torch.Ones(1, 3) }, Torch.Ones(2))),
    ];

    // As mistakes.py has it: all lines of a text, in one.
    private static void Whole(Action act)
    {
        try
        {
            act();
        }
        catch (TorchException error)
        {
            throw new TorchException(error.Message.ReplaceLineEndings(" | "), error);
        }
    }

    private static void Loaded(Module module, params (string Key, Tensor Value)[] state) => Whole(() =>
    {
        var dict = new StateDict();
        foreach (var (key, value) in state)
        {
            dict[key] = value;
        }

        module.LoadStateDict(dict);
    });

    private static void Hooked(Action<Linear> register)
    {
        var module = new Linear(2, 1);
        register(module);
        module.Call(Torch.Ones([1, 2], requiresGrad: true)).Sum().Backward();
    }
}
