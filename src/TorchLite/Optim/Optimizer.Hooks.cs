using TorchLite.Nn;
using StateHook = System.Func<TorchLite.Optim.Optimizer, System.Collections.Generic.OrderedDictionary<object, object?>,
    System.Collections.Generic.OrderedDictionary<object, object?>?>;

namespace TorchLite.Optim;

/// <content>Hooks around steps and state dicts.</content>
public abstract partial class Optimizer
{
    private static readonly HookDictionary<Action<Optimizer>> BeforeAnyStep = new();
    private static readonly HookDictionary<Action<Optimizer>> AfterAnyStep = new();
    private readonly HookDictionary<Action<Optimizer>> beforeStep = new();
    private readonly HookDictionary<Action<Optimizer>> afterStep = new();
    private readonly HookDictionary<Action<Optimizer>> beforeStateDict = new();
    private readonly HookDictionary<StateHook> afterStateDict = new();
    private readonly HookDictionary<StateHook> beforeLoad = new();
    private readonly HookDictionary<Action<Optimizer>> afterLoad = new();

    /// <summary>Calls a function before each step of every optimizer: PyTorch's <c>register_optimizer_step_pre_hook</c>.</summary>
    /// <param name="hook">Gets the optimizer.</param>
    /// <returns>What removes it.</returns>
    /// <exception cref="ArgumentNullException">There is no function.</exception>
    /// <example><code>
    /// var steps = 0;
    /// using (Optimizer.RegisterOptimizerStepPreHook(optimizer => steps++))
    ///     new SGD([new Parameter(Torch.Ones(1))]).Step();
    /// steps   // 1
    /// </code></example>
    public static RemovableHandle RegisterOptimizerStepPreHook(Action<Optimizer> hook) => BeforeAnyStep.Add(hook);

    /// <summary>Calls a function after each step of every optimizer: PyTorch's <c>register_optimizer_step_post_hook</c>.</summary>
    /// <param name="hook">Gets the optimizer.</param>
    /// <returns>What removes it.</returns>
    /// <exception cref="ArgumentNullException">There is no function.</exception>
    /// <example><code>
    /// var steps = 0;
    /// using (Optimizer.RegisterOptimizerStepPostHook(optimizer => steps++))
    ///     new SGD([new Parameter(Torch.Ones(1))]).Step();
    /// steps   // 1
    /// </code></example>
    public static RemovableHandle RegisterOptimizerStepPostHook(Action<Optimizer> hook) => AfterAnyStep.Add(hook);

    /// <summary>Calls a function before each step: PyTorch's <c>register_step_pre_hook</c>.</summary>
    /// <param name="hook">Gets the optimizer.</param>
    /// <returns>What removes it.</returns>
    /// <exception cref="ArgumentNullException">There is no function.</exception>
    /// <example><code>
    /// var sgd = new SGD([new Parameter(Torch.Ones(1))], lr: 0.1);
    /// sgd.RegisterStepPreHook(optimizer => optimizer.ParamGroups[0].Lr /= 2);
    /// sgd.Step();
    /// sgd.ParamGroups[0].Lr   // 0.05
    /// </code></example>
    public RemovableHandle RegisterStepPreHook(Action<Optimizer> hook) => beforeStep.Add(hook);

    /// <summary>Calls a function after each step: PyTorch's <c>register_step_post_hook</c>.</summary>
    /// <param name="hook">Gets the optimizer.</param>
    /// <returns>What removes it.</returns>
    /// <exception cref="ArgumentNullException">There is no function.</exception>
    /// <example><code>
    /// var sgd = new SGD([new Parameter(Torch.Ones(1))]);
    /// var steps = 0;
    /// sgd.RegisterStepPostHook(optimizer => steps++);
    /// sgd.Step();
    /// steps   // 1
    /// </code></example>
    public RemovableHandle RegisterStepPostHook(Action<Optimizer> hook) => afterStep.Add(hook);

    /// <summary>Calls a function before each <see cref="StateDict"/>: PyTorch's <c>register_state_dict_pre_hook</c>.</summary>
    /// <param name="hook">Gets the optimizer.</param>
    /// <param name="prepend">Whether it runs before the hooks that are there already.</param>
    /// <returns>What removes it.</returns>
    /// <exception cref="ArgumentNullException">There is no function.</exception>
    /// <example><code>
    /// var sgd = new SGD([new Parameter(Torch.Ones(1))]);
    /// var calls = 0;
    /// sgd.RegisterStateDictPreHook(optimizer => calls++);
    /// sgd.StateDict();
    /// calls   // 1
    /// </code></example>
    public RemovableHandle RegisterStateDictPreHook(Action<Optimizer> hook, bool prepend = false) => beforeStateDict.Add(hook, prepend);

    /// <summary>Calls a function with each state dict before it is returned: PyTorch's <c>register_state_dict_post_hook</c>.</summary>
    /// <param name="hook">Gets the optimizer and the state dict; may give another, or null to leave it.</param>
    /// <param name="prepend">Whether it runs before the hooks that are there already.</param>
    /// <returns>What removes it.</returns>
    /// <exception cref="ArgumentNullException">There is no function.</exception>
    /// <example><code>
    /// var sgd = new SGD([new Parameter(Torch.Ones(1))]);
    /// sgd.RegisterStateDictPostHook((optimizer, state) =>
    /// {
    ///     state["note"] = "mine";
    ///     return null;
    /// });
    /// sgd.StateDict()["note"]   // mine
    /// </code></example>
    public RemovableHandle RegisterStateDictPostHook(StateHook hook, bool prepend = false) => afterStateDict.Add(hook, prepend);

    /// <summary>Calls a function with each state dict before it is loaded: PyTorch's <c>register_load_state_dict_pre_hook</c>.</summary>
    /// <param name="hook">Gets the optimizer and a copy of the state dict's first level; may give another, or null to leave it.</param>
    /// <param name="prepend">Whether it runs before the hooks that are there already.</param>
    /// <returns>What removes it.</returns>
    /// <exception cref="ArgumentNullException">There is no function.</exception>
    /// <example><code>
    /// var sgd = new SGD([new Parameter(Torch.Ones(1))]);
    /// sgd.RegisterLoadStateDictPreHook((optimizer, state) =>
    /// {
    ///     state.Remove("note");
    ///     return null;
    /// });
    /// sgd.LoadStateDict(sgd.StateDict());
    /// </code></example>
    public RemovableHandle RegisterLoadStateDictPreHook(StateHook hook, bool prepend = false) => beforeLoad.Add(hook, prepend);

    /// <summary>Calls a function after each <see cref="LoadStateDict"/>: PyTorch's <c>register_load_state_dict_post_hook</c>.</summary>
    /// <param name="hook">Gets the optimizer.</param>
    /// <param name="prepend">Whether it runs before the hooks that are there already.</param>
    /// <returns>What removes it.</returns>
    /// <exception cref="ArgumentNullException">There is no function.</exception>
    /// <example><code>
    /// var sgd = new SGD([new Parameter(Torch.Ones(1))]);
    /// var calls = 0;
    /// sgd.RegisterLoadStateDictPostHook(optimizer => calls++);
    /// sgd.LoadStateDict(sgd.StateDict());
    /// calls   // 1
    /// </code></example>
    public RemovableHandle RegisterLoadStateDictPostHook(Action<Optimizer> hook, bool prepend = false) => afterLoad.Add(hook, prepend);
}
