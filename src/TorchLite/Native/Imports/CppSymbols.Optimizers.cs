namespace TorchLite.Native;

/// <summary>The fused steps of the optimizers: <c>at::_ops::_fused_…_::call</c>.</summary>
internal static partial class CppSymbols
{
    /// <summary>
    /// <c>void call(TensorList self, TensorList grads, TensorList momentum_buffer_list, double weight_decay, double momentum, double lr,
    /// double dampening, bool nesterov, bool maximize, bool is_first_step, const optional&lt;Tensor&gt;&amp; grad_scale, … found_inf)</c>.
    /// </summary>
    internal static readonly CppSymbol FusedSgd = new(
        "_ZN2at4_ops11_fused_sgd_4callEN3c108ArrayRefINS_6TensorEEES5_S5_ddddbbbRKSt8optionalIS4_ES9_");

    /// <summary>
    /// <c>void call(TensorList self, TensorList grads, TensorList exp_avgs, TensorList exp_avg_sqs, TensorList max_exp_avg_sqs,
    /// TensorList state_steps, double lr, double beta1, double beta2, double weight_decay, double eps, bool amsgrad, bool maximize,
    /// const optional&lt;Tensor&gt;&amp; grad_scale, … found_inf)</c>.
    /// </summary>
    internal static readonly CppSymbol FusedAdam = new(
        "_ZN2at4_ops12_fused_adam_4callEN3c108ArrayRefINS_6TensorEEES5_S5_S5_S5_S5_dddddbbRKSt8optionalIS4_ES9_");

    /// <summary>As <see cref="FusedAdam"/>.</summary>
    internal static readonly CppSymbol FusedAdamW = new(
        "_ZN2at4_ops13_fused_adamw_4callEN3c108ArrayRefINS_6TensorEEES5_S5_S5_S5_S5_dddddbbRKSt8optionalIS4_ES9_");

    /// <summary>
    /// <c>void call(TensorList self, TensorList grads, TensorList state_sums, TensorList state_steps, double lr, double lr_decay,
    /// double weight_decay, double eps, bool maximize, const optional&lt;Tensor&gt;&amp; grad_scale, … found_inf)</c>.
    /// </summary>
    internal static readonly CppSymbol FusedAdagrad = new(
        "_ZN2at4_ops15_fused_adagrad_4callEN3c108ArrayRefINS_6TensorEEES5_S5_S5_ddddbRKSt8optionalIS4_ES9_");

    private static IEnumerable<CppSymbol> Optimizers => [FusedSgd, FusedAdam, FusedAdamW, FusedAdagrad];
}
