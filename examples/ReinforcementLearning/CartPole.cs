/// <summary>
/// 小车上立着一根杆: 位置(米), 速度, 角度(弧度), 角速度; A. Barto, R. Sutton和C. Anderson的题目(1983).
/// A cart with a pole on it: place (metres), speed, angle (radians) and spin; the task of A. Barto, R. Sutton and C. Anderson (1983).
/// </summary>
internal readonly record struct CartPole(double X, double Speed, double Angle, double Spin)
{
    /// <summary>每一步多少秒. The seconds of a step.</summary>
    private const double Step = 0.02;

    /// <summary>车和杆共1.1千克; 杆重0.1千克, 重心高0.5米. Both weigh 1.1 kg, the pole 0.1 kg, with its centre at 0.5 m.</summary>
    private const double Mass = 1.1, PoleMass = 0.1, Half = 0.5, Gravity = 9.8, Force = 10;

    /// <summary>出了轨道, 或者歪过12度. Off the track, or more than 12 degrees askew.</summary>
    internal bool HasFallen => Math.Abs(X) > 2.4 || Math.Abs(Angle) > Math.PI / 15;

    /// <summary>向左或向右推一步. Pushed to the left or to the right for a step.</summary>
    internal CartPole Push(bool right)
    {
        var (sin, cos) = Math.SinCos(Angle);
        var pull = ((right ? Force : -Force) + PoleMass * Half * Spin * Spin * sin) / Mass;
        var spinUp = (Gravity * sin - cos * pull) / (Half * (4.0 / 3.0 - PoleMass * cos * cos / Mass));
        var speedUp = pull - PoleMass * Half * spinUp * cos / Mass;
        return new(X + Step * Speed, Speed + Step * speedUp, Angle + Step * Spin, Spin + Step * spinUp);
    }
}
