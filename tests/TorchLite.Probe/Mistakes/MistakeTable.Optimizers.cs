using TorchLite.Nn;
using TorchLite.Optim;

namespace TorchLite.Probe.Mistakes;

/// <content>Optimizers: their parameters, options and states.</content>
internal static partial class MistakeTable
{
    private static readonly Mistake[] Optimizers =
    [
        // Parameters and options.
        new("torch.optim.SGD([])", static () => new SGD(Array.Empty<Tensor>())),
        new("torch.optim.Adam([])", static () => new Adam(Array.Empty<AdamParamGroup>())),
        new("torch.optim.SGD([torch.ones(2, requires_grad=True) * 2])", static () => new SGD([Torch.Ones([2], requiresGrad: true) * 2])),
        new("torch.optim.SGD([torch.nn.Parameter(torch.ones(2))], lr=-1.0)", static () => new SGD([Two()], lr: -1)),
        new("torch.optim.SGD([torch.nn.Parameter(torch.ones(2))], momentum=-0.5)", static () => new SGD([Two()], momentum: -0.5)),
        new("torch.optim.SGD([torch.nn.Parameter(torch.ones(2))], nesterov=True)", static () => new SGD([Two()], nesterov: true)),
        new("torch.optim.Adam([torch.nn.Parameter(torch.ones(2))], betas=(0.9, 1.0))", static () => new Adam([Two()], betas: (0.9, 1))),
        new("torch.optim.AdamW([torch.nn.Parameter(torch.ones(2))], fused=True, foreach=True)",
            static () => new AdamW([Two()], fused: true, @foreach: true)),
        new("torch.optim.Adam([torch.nn.Parameter(torch.ones(2))], fused=True, differentiable=True)",
            static () => new Adam([Two()], fused: true, differentiable: true)),
        new("torch.optim.LBFGS([torch.nn.Parameter(torch.ones(2))]).step()", static () => new LBFGS([Two()]).Step()),
        new("torch.optim.LBFGS([{'params': [torch.nn.Parameter(torch.ones(2))]}, {'params': [torch.nn.Parameter(torch.ones(2))]}])",
            static () => new LBFGS([new LBFGSParamGroup([Two()]), new LBFGSParamGroup([Two()])])),
        new("""
            p = torch.nn.Parameter(torch.ones(2))
            torch.optim.SGD([{'params': [p]}, {'params': [p]}])
            """,
            static () => With(static p => new SGD([new SGDParamGroup([p]), new SGDParamGroup([p])]))),
        new("""
            p = torch.nn.Parameter(torch.ones(2))
            torch.optim.SGD([p]).add_param_group({'params': [p]})
            """,
            static () => With(static p => new SGD([p]).AddParamGroup(new([p])))),
        new("""
            p = torch.nn.Parameter(torch.ones(2))
            torch.optim.SGD([p]).add_param_group({'params': [p * 2]})
            """,
            static () => With(static p => new SGD([p]).AddParamGroup(new([p * 2])))),
        new("""
            p = torch.nn.Parameter(torch.ones(2))
            torch.optim.SGD([('a', p)]).add_param_group({'params': [torch.nn.Parameter(torch.ones(1))]})
            """,
            static () => With(static p => new SGD([new SGDParamGroup([("a", p)])]).AddParamGroup(new([Two()])))),
        new("""
            p = torch.nn.Parameter(torch.ones(2))
            torch.optim.SGD([p]).load_state_dict(torch.optim.SGD([{'params': [p]}, {'params': []}]).state_dict())
            """,
            static () => With(static p => new SGD([p]).LoadStateDict(
                new SGD([new SGDParamGroup([p]), new SGDParamGroup(Array.Empty<Tensor>())]).StateDict()))),
        new("""
            p = torch.nn.Parameter(torch.ones(2))
            torch.optim.SGD([p]).load_state_dict(torch.optim.SGD([torch.nn.Parameter(torch.ones(1)), p]).state_dict())
            """,
            static () => With(static p => new SGD([p]).LoadStateDict(new SGD([Two(), p]).StateDict()))),

        // States of a wrong shape.
        new("""
            p = torch.nn.Parameter(torch.ones(2))
            o = torch.optim.Adam([p])
            p.grad = torch.ones(2)
            o.step()
            s = o.state_dict()
            s['state'][0]['exp_avg'] = torch.ones(3)
            o.load_state_dict(s)
            o.step()
            """,
            static () => Stepped(static p => new Adam([p]), "exp_avg", Torch.Ones(3))),
        new("""
            p = torch.nn.Parameter(torch.ones(2))
            o = torch.optim.Adam([p], foreach=True)
            p.grad = torch.ones(2)
            o.step()
            s = o.state_dict()
            s['state'][0]['exp_avg'] = torch.ones(3)
            o.load_state_dict(s)
            o.step()
            """,
            static () => Stepped(static p => new Adam([p], @foreach: true), "exp_avg", Torch.Ones(3))),
        new("""
            p = torch.nn.Parameter(torch.ones(2))
            o = torch.optim.SGD([p], momentum=0.9)
            p.grad = torch.ones(2)
            o.step()
            s = o.state_dict()
            s['state'][0]['momentum_buffer'] = torch.ones(3)
            o.load_state_dict(s)
            o.step()
            """,
            static () => Stepped(static p => new SGD([p], momentum: 0.9), "momentum_buffer", Torch.Ones(3))),
        new("""
            p = torch.nn.Parameter(torch.ones(2))
            o = torch.optim.RMSprop([p])
            p.grad = torch.ones(2)
            o.step()
            s = o.state_dict()
            s['state'][0]['square_avg'] = torch.ones(3)
            o.load_state_dict(s)
            o.step()
            """,
            static () => Stepped(static p => new RMSprop([p]), "square_avg", Torch.Ones(3))),
        new("""
            p = torch.nn.Parameter(torch.ones(2))
            o = torch.optim.Adam([p])
            p.grad = torch.ones(2)
            o.step()
            s = o.state_dict()
            s['state'][0]['step'] = torch.ones(3)
            o.load_state_dict(s)
            o.step()
            """,
            static () => Stepped(static p => new Adam([p]), "step", Torch.Ones(3))),
        new("""
            p = torch.nn.Parameter(torch.ones(2))
            o = torch.optim.Adam([p], foreach=True)
            p.grad = torch.ones(2)
            o.step()
            s = o.state_dict()
            s['state'][0]['step'] = torch.ones(0)
            o.load_state_dict(s)
            o.step()
            """,
            static () => Stepped(static p => new Adam([p], @foreach: true), "step", Torch.Ones(0))),
        new("""
            p = torch.nn.Parameter(torch.ones(2))
            o = torch.optim.Adam([p], fused=True)
            p.grad = torch.ones(2)
            o.step()
            s = o.state_dict()
            s['state'][0]['step'] = torch.ones(3)
            o.load_state_dict(s)
            o.step()
            """,
            static () => Stepped(static p => new Adam([p], fused: true), "step", Torch.Ones(3))),
        new("""
            p = torch.nn.Parameter(torch.ones(2))
            o = torch.optim.AdamW([p], fused=True)
            p.grad = torch.ones(2)
            o.step()
            s = o.state_dict()
            s['state'][0]['step'] = torch.ones(0)
            o.load_state_dict(s)
            o.step()
            """,
            static () => Stepped(static p => new AdamW([p], fused: true), "step", Torch.Ones(0))),

        // PyTorch's kernels read beyond the memory, or the process dies.
        Mistake.Only(
            "RuntimeError: a parameter of torch.Size([2]) and torch.float32 has a gradient or a state of torch.Size([3]) and torch.float32",
            static () => Stepped(static p => new Adam([p], fused: true), "exp_avg", Torch.Ones(3))),
        Mistake.Only(
            "RuntimeError: a parameter of torch.Size([2]) and torch.float32 has a gradient or a state of torch.Size([0]) and torch.float32",
            static () => Stepped(static p => new AdamW([p], fused: true), "exp_avg_sq", Torch.Ones(0))),
        Mistake.Only(
            "RuntimeError: a parameter of torch.Size([2]) and torch.float32 has a gradient or a state of torch.Size([1]) and torch.float32",
            static () => Stepped(static p => new SGD([p], momentum: 0.9, fused: true), "momentum_buffer", Torch.Ones(1))),
        Mistake.Only(
            "RuntimeError: a parameter of torch.Size([2]) and torch.float32 has a gradient or a state of torch.Size([3]) and torch.float32",
            static () => Stepped(static p => new Adagrad([p], fused: true), "sum", Torch.Ones(3))),
        Mistake.Only(
            "TypeError: the state exp_avg is None, which is no tensor",
            static () => Stepped(static p => new Adam([p], fused: true), "exp_avg", null)),
        Mistake.Only(
            "TypeError: this is no state dict of an optimizer: its \"param_groups\" is missing or of another kind",
            static () => new SGD([Two()]).LoadStateDict(new Dictionary<object, object?>())),
        Mistake.Only(
            "RuntimeError: unsupported operation: more than one element*",
            static () => Expanded(static p => new Adam([p], fused: true))),
    ];

    private static Parameter Two() => new(Torch.Ones(2));

    private static void With(Action<Parameter> act) => act(Two());

    // As a file may have it: the second step has the wrong state.
    private static void Stepped(Func<Parameter, Optimizer> make, string name, Tensor? value)
    {
        var parameter = Two();
        var optimizer = make(parameter);
        parameter.Grad = Torch.Ones(2);
        optimizer.Step();
        var saved = optimizer.StateDict();
        ((OrderedDictionary<object, object?>)((OrderedDictionary<object, object?>)saved["state"]!)[0L]!)[name] = value;
        optimizer.LoadStateDict(saved);
        optimizer.Step();
    }

    // Four numbers in the memory of one.
    private static void Expanded(Func<Tensor, Optimizer> make)
    {
        var parameter = Torch.Ones(1).Expand(4).RequiresGrad_();
        var optimizer = make(parameter);
        parameter.Sum().Backward();
        optimizer.Step();
    }
}
